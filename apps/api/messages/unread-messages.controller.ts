import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { type Actor, CaseReading, type Page } from '@ledtid/cases';
import { Shows, everyCaseListed } from '../access/shows.decorator';
import { CallingActor } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { UnreadCaseBody } from './message.body';

/** What is new for the caller. */
@ApiTags('messages')
@Controller('unread-messages')
export class UnreadMessagesController {
  constructor(@Inject(CaseReading) private readonly reading: CaseReading) {}

  @Get()
  @Rule(ROUTE_RULES.listUnread)
  @Shows(everyCaseListed)
  @ApiOperation({
    operationId: 'listUnread',
    summary: 'Where something is unread, of the cases that the caller applied in or has a stage of',
  })
  @ApiPage(UnreadCaseBody)
  async list(@CallingActor() actor: Actor): Promise<Page<UnreadCaseBody>> {
    return { items: await this.reading.unread(actor), cursor: null };
  }
}
