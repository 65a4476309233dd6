import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { type Actor, Cases } from '@ledtid/cases';
import { LeadTimeReports, type Lengths, isRefusal } from '@ledtid/lead-time';
import { Shows, theCaseAskedFor } from '../access/shows.decorator';
import { CallingActor } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';
import { given } from '../http/page.query';
import { reportProblem } from '../http/problem';
import { ProblemError, orRefuse } from '../http/problem-error';
import { AgeingBody, LengthsBody } from './lengths.body';
import { OneRowInput, ReportInput } from './report.query';

/** What a report leaves out so that it stays small: asked for row by row. Like a report it names no person and no case. */
@ApiTags('reports')
@Controller('reports')
export class LengthsController {
  constructor(
    @Inject(LeadTimeReports) private readonly reports: LeadTimeReports,
    @Inject(Cases) private readonly cases: Cases,
  ) {}

  @Get(':report/lengths')
  @Rule(ROUTE_RULES.getLengths)
  @Shows(theCaseAskedFor)
  @ApiOperation({
    operationId: 'getLengths',
    summary: 'How the visits of a row of lead-time or after-ethics lie, and how many last longer',
  })
  @ApiOkResponse({ type: LengthsBody })
  async lengths(
    @Param('report') name: string,
    @Query() { key, ...query }: OneRowInput,
    @CallingActor() actor: Actor,
  ): Promise<Lengths> {
    await this.mayAsk(query, actor);
    const answer = await this.reports.lengths(name, key, given(query));
    if (isRefusal(answer)) throw new ProblemError(reportProblem(answer.refused));
    return answer;
  }

  @Get(':report/ageing')
  @Rule(ROUTE_RULES.getAgeing)
  @Shows(theCaseAskedFor)
  @ApiOperation({
    operationId: 'getAgeing',
    summary: 'How old the open visits of lead-time or after-ethics are, row by row',
  })
  @ApiOkResponse({ type: AgeingBody })
  async ageing(
    @Param('report') name: string,
    @Query() query: ReportInput,
    @CallingActor() actor: Actor,
  ): Promise<AgeingBody> {
    await this.mayAsk(query, actor);
    const items = await this.reports.ageing(name, given(query));
    if (isRefusal(items)) throw new ProblemError(reportProblem(items.refused));
    return { items };
  }

  /** Of one case alone only those may ask who may see it. */
  private async mayAsk(query: ReportInput, actor: Actor): Promise<void> {
    if (query.case !== undefined) orRefuse(await this.cases.read(query.case, actor));
  }
}
