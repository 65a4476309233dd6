import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { CASE_CONFIGURATION, type Configuration, type Page, refuse } from '@ledtid/cases';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { orRefuse } from '../http/problem-error';
import { summaryOf, wholeOf } from './workflow-presenter';
import { WorkflowBody, WorkflowSummaryBody } from './workflow.body';

/** The workflows of this installation. They hold no case, so everybody signed in may read them. */
@ApiTags('workflows')
@Controller('workflows')
export class WorkflowsController {
  /** Described once: a workflow does not change while the process runs. */
  private readonly described: ReadonlyMap<string, WorkflowBody>;

  constructor(@Inject(CASE_CONFIGURATION) private readonly configuration: Configuration) {
    const { registry } = configuration;
    this.described = new Map(registry.all().map((workflow) => [workflow.key, wholeOf(workflow)]));
  }

  @Get()
  @Rule(ROUTE_RULES.listWorkflows)
  @ApiOperation({ operationId: 'listWorkflows', summary: 'Which workflows there are' })
  @ApiPage(WorkflowSummaryBody)
  all(): Page<WorkflowSummaryBody> {
    return { items: this.configuration.registry.all().map(summaryOf), cursor: null };
  }

  @Get(':key')
  @Rule(ROUTE_RULES.getWorkflow)
  @ApiOperation({ operationId: 'getWorkflow', summary: 'A workflow with all that it declares' })
  @ApiOkResponse({ type: WorkflowBody })
  one(@Param('key') key: string): WorkflowBody {
    const described = this.described.get(key);
    return described ?? orRefuse<WorkflowBody>({ ...refuse('unknown-workflow', [key]), refusal: 'unknown' });
  }
}
