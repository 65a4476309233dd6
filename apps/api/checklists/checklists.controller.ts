import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { type Actor, CaseReading, type Page } from '@ledtid/cases';
import { Shows, theCaseNamed } from '../access/shows.decorator';
import { CaseId } from '../cases/case-id.pipe';
import { CallingActor } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { orRefuse } from '../http/problem-error';
import { ChecklistBody } from './checklist.body';

/** What is looked at one by one in a case. An item is assessed by the command ASSESS_ITEM. */
@ApiTags('checklists')
@Controller('cases/:id/checklists')
export class ChecklistsController {
  constructor(@Inject(CaseReading) private readonly reading: CaseReading) {}

  @Get()
  @Rule(ROUTE_RULES.listChecklists)
  @Shows(theCaseNamed)
  @ApiOperation({ operationId: 'listChecklists', summary: 'The checklists of a case, as far as assessed' })
  @ApiPage(ChecklistBody)
  async list(@Param('id', CaseId) id: string, @CallingActor() actor: Actor): Promise<Page<ChecklistBody>> {
    return { items: orRefuse(await this.reading.checklists(id, actor)), cursor: null };
  }
}
