import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { type Actor, CaseReading, type Page } from '@ledtid/cases';
import type { CivilDate } from '@ledtid/time';
import { type ShownBy, Shows } from '../access/shows.decorator';
import { CallingActor } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { MeetingBody, MeetingQuery } from './meeting.body';

const everyCaseOnAnAgenda: ShownBy = (answer) => [
  ...new Set((answer as Page<MeetingBody>).items.flatMap(({ cases }) => cases.map(({ id }) => id))),
];

/** The council. A case is placed on an agenda, and its outcome recorded, by commands to the case. */
@ApiTags('meetings')
@Controller('meetings')
export class MeetingsController {
  constructor(@Inject(CaseReading) private readonly reading: CaseReading) {}

  @Get()
  @Rule(ROUTE_RULES.listMeetings)
  @Shows(everyCaseOnAnAgenda)
  @ApiOperation({ operationId: 'listMeetings', summary: 'The meetings of the council from a date on' })
  @ApiPage(MeetingBody)
  async list(@Query() { from }: MeetingQuery, @CallingActor() actor: Actor): Promise<Page<MeetingBody>> {
    return {
      items: await this.reading.meetings((from as CivilDate | undefined) ?? null, actor),
      cursor: null,
    };
  }
}
