import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { type AccessRecord, type Actor, CaseReading, type Page, findAccess } from '@ledtid/cases';
import { READING_POOL } from '@ledtid/platform';
import { toInstant } from '@ledtid/time';
import type { Pool } from 'pg';
import { CaseId } from '../cases/case-id.pipe';
import { CallingActor } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { PageQuery, given, pageRequest } from '../http/page.query';
import { orRefuse } from '../http/problem-error';
import { AccessRecordBody, LookBody } from './access.body';
import { AccessQuery } from './access.query';

/** Who looked at what: all of it for auditors, and for applicants who looked at their cases. */
@ApiTags('access')
@Controller()
export class AccessController {
  constructor(
    @Inject(READING_POOL) private readonly pool: Pool,
    @Inject(CaseReading) private readonly reading: CaseReading,
  ) {}

  @Get('access-records')
  @Rule(ROUTE_RULES.listAccessRecords)
  @ApiOperation({
    operationId: 'listAccessRecords',
    summary: 'Who looked at which case, and who was refused, the latest first',
  })
  @ApiPage(AccessRecordBody)
  async all(@Query() query: AccessQuery): Promise<Page<AccessRecordBody>> {
    const { limit: _limit, cursor: _cursor, from, to, refused, ...same } = query;
    const filter = given({
      ...same,
      from: from === undefined ? undefined : toInstant(from),
      to: to === undefined ? undefined : toInstant(to),
      refused: refused === undefined ? undefined : refused === 'true',
    });
    return orRefuse(await findAccess(this.pool, filter, pageRequest(query)));
  }

  @Get('cases/:id/access')
  @Rule(ROUTE_RULES.listLooks)
  @ApiOperation({
    operationId: 'listLooks',
    summary: 'Who looked at a case, by role, for its applicant',
  })
  @ApiPage(LookBody)
  async ofCase(
    @Param('id', CaseId) id: string,
    @Query() query: PageQuery,
    @CallingActor() actor: Actor,
  ): Promise<Page<LookBody>> {
    const { items, cursor } = orRefuse(await this.reading.looks(id, pageRequest(query), actor));
    return { items: items.map(lookBody), cursor };
  }
}

/**
 * Of those who work for an authority an applicant learns the role and not the name: when and why a case was looked at
 * is the applicant's to know, whose work it was is not (Court of Justice, C-579/21, Pankki S).
 */
function lookBody({ at, roles, purpose, request }: AccessRecord): LookBody {
  return { at, roles, purpose, request };
}
