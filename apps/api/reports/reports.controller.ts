import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import {
  ApiExcludeEndpoint,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { ROUTE_RULES, holderToShow, isRefusal as isNoEntry, seesAllCases } from '@ledtid/access';
import { type Actor, Cases } from '@ledtid/cases';
import {
  type AnyReport,
  type CasesBehind,
  LeadTimeReports,
  type PublicReport,
  isRefusal,
  publish,
} from '@ledtid/lead-time';
import { Shows, everyCaseListed, theCaseAskedFor } from '../access/shows.decorator';
import { CallingActor } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { given } from '../http/page.query';
import { accessProblem, reportProblem } from '../http/problem';
import { ProblemError, orRefuse } from '../http/problem-error';
import { CaseBehindBody } from './case-behind.body';
import { REPORT_BODIES } from './report-bodies';
import { OneRowInput, PublicInput } from './report.query';

/**
 * Where the time goes. No person is named, so all who work for the body may read them; of one case alone only those
 * who may see it. A data holder reads its own view alone. A list within a report names its cases only to those who may see every case.
 */
@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    @Inject(LeadTimeReports) private readonly reports: LeadTimeReports,
    @Inject(Cases) private readonly cases: Cases,
  ) {}

  /** Described with the other reports; a rule of its own, by which a data holder reads this report and no other. */
  @Get('holder')
  @Rule(ROUTE_RULES.getHolderReport)
  @Shows(theCaseAskedFor)
  @ApiExcludeEndpoint()
  holderReport(@Query() query: PublicInput, @CallingActor() actor: Actor): Promise<AnyReport | PublicReport> {
    const shown = holderToShow(actor, query.holder);
    if (isNoEntry(shown)) throw new ProblemError(accessProblem(shown));
    return this.report('holder', { ...query, ...shown }, actor);
  }

  @Get(':report')
  @Rule(ROUTE_RULES.getReport)
  @Shows(theCaseAskedFor)
  @ApiOperation({ operationId: 'getReport', summary: 'A report: where the time went, and how work flows' })
  @ApiExtraModels(...REPORT_BODIES)
  @ApiOkResponse({ schema: { oneOf: REPORT_BODIES.map((body) => ({ $ref: getSchemaPath(body) })) } })
  async report(
    @Param('report') name: string,
    @Query() { public: isPublic, ...query }: PublicInput,
    @CallingActor() actor: Actor,
  ): Promise<AnyReport | PublicReport> {
    if (query.case !== undefined) orRefuse(await this.cases.read(query.case, actor));
    const answer = await this.reports.report(name, {
      ...given(query),
      namesCases: seesAllCases(actor),
    });
    const shown = isPublic === 'true' && !isRefusal(answer) ? publish(answer, query.language) : answer;
    if (isRefusal(shown)) throw new ProblemError(reportProblem(shown.refused));
    return shown;
  }

  @Get(':report/cases')
  @Rule(ROUTE_RULES.getCasesBehind)
  @Shows(everyCaseListed)
  @ApiOperation({
    operationId: 'getCasesBehind',
    summary: 'The cases behind a row of lead-time or after-ethics, the largest contribution first',
  })
  @ApiPage(CaseBehindBody)
  async casesBehind(
    @Param('report') name: string,
    @Query() { key, ...query }: OneRowInput,
    @CallingActor() actor: Actor,
  ): Promise<CasesBehind> {
    if (query.case !== undefined) orRefuse(await this.cases.read(query.case, actor));
    const answer = await this.reports.casesBehind(name, key, given(query));
    if (isRefusal(answer)) throw new ProblemError(reportProblem(answer.refused));
    return answer;
  }
}
