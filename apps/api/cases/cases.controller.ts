import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import {
  type Actor,
  type CaseAnswer,
  CaseReading,
  Cases,
  type Command,
  type Page,
  type Refusal,
} from '@ledtid/cases';
import { toInstant } from '@ledtid/time';
import { Shows, everyCaseListed, theCaseNamed } from '../access/shows.decorator';
import { Caller, CallingActor } from '../entry/caller.decorator';
import type { Entrant } from '../entry/entrance';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { given, pageRequest } from '../http/page.query';
import { accessProblem } from '../http/problem';
import { ProblemError, orRefuse } from '../http/problem-error';
import { CaseId } from './case-id.pipe';
import { CaseQuery, CommandInput, CreateInput, PatchInput } from './case-input';
import { CasePresenter } from './case-presenter';
import { ActionBody, CaseBody } from './case.body';
import { CommandDemands } from './command-demands';

/** The one door to cases over HTTP. Who may do what follows from the workflow and from libs/access. */
@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseReading) private readonly reading: CaseReading,
    @Inject(CasePresenter) private readonly presenter: CasePresenter,
    @Inject(CommandDemands) private readonly demands: CommandDemands,
  ) {}

  @Post()
  @Rule(ROUTE_RULES.createCase)
  @ApiOperation({ operationId: 'createCase', summary: 'A draft' })
  @ApiCreatedResponse({ type: CaseBody })
  async create(@Body() { workflow, form }: CreateInput, @CallingActor() actor: Actor): Promise<CaseBody> {
    return this.shown(await this.cases.create(workflow, form, actor));
  }

  @Get()
  @Rule(ROUTE_RULES.listCases)
  @Shows(everyCaseListed)
  @ApiOperation({ operationId: 'listCases', summary: 'The cases that the caller may see' })
  @ApiPage(CaseBody)
  async list(@Query() query: CaseQuery, @CallingActor() actor: Actor): Promise<Page<CaseBody>> {
    const {
      limit: _limit,
      cursor: _cursor,
      due_before: dueBefore,
      q: text,
      sort = '-created',
      ...same
    } = query;
    const filter = given({ ...same, dueBefore, text });
    const page = orRefuse(await this.reading.list(filter, sort, pageRequest(query), actor));
    return { items: page.items.map((answer) => this.presenter.present(answer)), cursor: page.cursor };
  }

  @Get(':id')
  @Rule(ROUTE_RULES.getCase)
  @Shows(theCaseNamed)
  @ApiOperation({ operationId: 'getCase', summary: 'A case' })
  @ApiOkResponse({ type: CaseBody })
  async one(@Param('id', CaseId) id: string, @CallingActor() actor: Actor): Promise<CaseBody> {
    return this.shown(await this.cases.read(id, actor));
  }

  @Get(':id/actions')
  @Rule(ROUTE_RULES.getActions)
  @Shows(theCaseNamed)
  @ApiOperation({ operationId: 'getActions', summary: 'What the caller can do now' })
  @ApiPage(ActionBody)
  async actions(@Param('id', CaseId) id: string, @CallingActor() actor: Actor): Promise<Page<ActionBody>> {
    const { view } = orRefuse(await this.cases.read(id, actor));
    return { items: this.presenter.actions(view), cursor: null };
  }

  @Patch(':id/form')
  @Rule(ROUTE_RULES.patchForm)
  @ApiOperation({ operationId: 'patchForm', summary: 'Saves the form while it is the applicant’s to change' })
  @ApiOkResponse({ type: CaseBody })
  async patchForm(
    @Param('id', CaseId) id: string,
    @Body() { formVersion, patch }: PatchInput,
    @CallingActor() actor: Actor,
  ): Promise<CaseBody> {
    return this.shown(await this.cases.patchForm(id, formVersion, patch, actor));
  }

  @Post(':id/commands')
  @HttpCode(200)
  @Rule(ROUTE_RULES.sendCommand)
  @ApiOperation({ operationId: 'sendCommand', summary: 'Carries out a command' })
  @ApiOkResponse({ type: CaseBody })
  async command(
    @Param('id', CaseId) id: string,
    @Body() input: CommandInput,
    @CallingActor() actor: Actor,
    @Caller() caller: Entrant,
  ): Promise<CaseBody> {
    const command = commandOf(id, input);
    const refusal = await this.demands.refuse(command, actor, caller);
    if (refusal !== null) throw new ProblemError(accessProblem(refusal));
    return this.shown(await this.cases.command(command, actor));
  }

  private shown(answer: CaseAnswer | Refusal): CaseBody {
    return this.presenter.present(orRefuse(answer, (refusal) => this.presenter.beside(refusal)));
  }
}

function commandOf(instanceId: string, input: CommandInput): Command {
  const { type, payload, version, idempotencyKey, occurredAt, onBehalfOf, basis } = input;
  const moment = occurredAt === undefined ? undefined : toInstant(occurredAt);
  return {
    instanceId,
    type,
    payload,
    version,
    idempotencyKey,
    ...given({ occurredAt: moment, onBehalfOf, basis }),
  };
}
