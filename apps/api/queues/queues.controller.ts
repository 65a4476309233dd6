import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { type Actor, CaseReading, type Page } from '@ledtid/cases';
import { Shows, everyCaseListed } from '../access/shows.decorator';
import { CallingActor } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { given, pageRequest } from '../http/page.query';
import { orRefuse } from '../http/problem-error';
import { QueueBody, QueueItemBody } from './queue.body';
import { QueueQuery } from './queue.query';

/** What stands where. Counts show no case, so a manager gets them of all cases, and no items. */
@ApiTags('queues')
@Controller('queues')
export class QueuesController {
  constructor(@Inject(CaseReading) private readonly reading: CaseReading) {}

  @Get()
  @Rule(ROUTE_RULES.listQueues)
  @ApiOperation({ operationId: 'listQueues', summary: 'How every stage stands' })
  @ApiPage(QueueBody)
  async all(@CallingActor() actor: Actor): Promise<Page<QueueBody>> {
    return { items: await this.reading.queues(actor), cursor: null };
  }

  @Get(':stage')
  @Rule(ROUTE_RULES.listQueueItems)
  @Shows(everyCaseListed)
  @ApiOperation({
    operationId: 'listQueueItems',
    summary: 'What stands in a stage, longest first or by what is due',
  })
  @ApiPage(QueueItemBody)
  async one(
    @Param('stage') stage: string,
    @Query() query: QueueQuery,
    @CallingActor() actor: Actor,
  ): Promise<Page<QueueItemBody>> {
    const { limit: _limit, cursor: _cursor, q: text, sort = 'since', ...filter } = query;
    const asked = { stage, filter: given(filter), ...given({ text }), sort, page: pageRequest(query) };
    return orRefuse(await this.reading.queue(asked, actor));
  }
}
