import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { type Actor, CaseReading, type EventView, type Page, type SpanRow } from '@ledtid/cases';
import { Shows, theCaseNamed } from '../access/shows.decorator';
import { CallingActor } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { PageQuery, pageRequest } from '../http/page.query';
import { orRefuse } from '../http/problem-error';
import { CaseId } from './case-id.pipe';
import { CasePresenter } from './case-presenter';
import { ClockBody } from './case.body';
import { EventBody, SpanBody } from './history.body';

/** What has happened in a case, and where its time went. */
@ApiTags('cases')
@Controller('cases/:id')
export class HistoriesController {
  constructor(
    @Inject(CaseReading) private readonly reading: CaseReading,
    @Inject(CasePresenter) private readonly presenter: CasePresenter,
  ) {}

  @Get('events')
  @Rule(ROUTE_RULES.listEvents)
  @Shows(theCaseNamed)
  @ApiOperation({ operationId: 'listEvents', summary: 'The ledger' })
  @ApiPage(EventBody)
  async events(
    @Param('id', CaseId) id: string,
    @Query() query: PageQuery,
    @CallingActor() actor: Actor,
  ): Promise<Page<EventBody>> {
    return shown(orRefuse(await this.reading.events(id, pageRequest(query), actor)), eventBody);
  }

  @Get('spans')
  @Rule(ROUTE_RULES.listSpans)
  @Shows(theCaseNamed)
  @ApiOperation({ operationId: 'listSpans', summary: 'Where its time went' })
  @ApiPage(SpanBody)
  async spans(
    @Param('id', CaseId) id: string,
    @Query() query: PageQuery,
    @CallingActor() actor: Actor,
  ): Promise<Page<SpanBody>> {
    return shown(orRefuse(await this.reading.spans(id, pageRequest(query), actor)), spanBody);
  }

  @Get('clocks')
  @Rule(ROUTE_RULES.listClocks)
  @Shows(theCaseNamed)
  @ApiOperation({ operationId: 'listClocks', summary: 'All runs of its clocks' })
  @ApiPage(ClockBody)
  async clocks(
    @Param('id', CaseId) id: string,
    @Query() query: PageQuery,
    @CallingActor() actor: Actor,
  ): Promise<Page<ClockBody>> {
    const page = orRefuse(await this.reading.clocks(id, pageRequest(query), actor));
    return shown(page, (clock) => this.presenter.clock(clock));
  }
}

function shown<Row, Body>({ items, cursor }: Page<Row>, body: (row: Row) => Body): Page<Body> {
  return { items: items.map(body), cursor };
}

function eventBody({ instanceId: _instanceId, ...event }: EventView): EventBody {
  return event;
}

function spanBody({ instanceId: _instanceId, rootId: _rootId, ...span }: SpanRow): SpanBody {
  return span;
}
