import { Inject, Injectable } from '@nestjs/common';
import {
  CASE_CONFIGURATION,
  type CaseAnswer,
  type CaseView,
  type ChildView,
  type Configuration,
  type PossibleAction,
  type Refusal,
  type StageView,
  refuseByGuard,
} from '@ledtid/cases';
import { definitionOf } from '@ledtid/time';
import type { Workflow } from '@ledtid/workflow';
import { payloadSchema } from '../workflows/payload-schema';
import type { ActionBody, CaseBody, ChildBody, ClockBody, StageBody } from './case.body';

/**
 * Puts labels, texts and schemas to what is stored without them. Every member is written in one order, so that
 * a repeated command is answered byte for byte as it was the first time.
 */
@Injectable()
export class CasePresenter {
  constructor(@Inject(CASE_CONFIGURATION) private readonly configuration: Configuration) {}

  present({ view, form }: CaseAnswer): CaseBody {
    const { id, registrationNumber, workflow, workflowVersion, parent, holder, part, occasion } = view;
    return {
      ...{ id, registrationNumber, workflow, workflowVersion, parent, holder, part, occasion },
      ...{ dependsOn: view.dependsOn, version: view.version, form, formVersion: view.formVersion },
      ...{ state: view.state, outcome: view.outcome },
      stages: view.stages.map(stageBody),
      clocks: view.clocks.map((clock) => this.clock(clock)),
      children: view.children.map(childBody),
      actions: this.actions(view),
    };
  }

  actions(view: CaseView): ActionBody[] {
    const workflow = this.configuration.registry.get(view.workflow);
    return view.actions.map((action) => actionBody(workflow, action));
  }

  clock(clock: Omit<CaseView['clocks'][number], 'instanceId'>): ClockBody {
    const { name, party, source } = definitionOf(this.configuration.clocks, clock);
    const { key, started, stage, startedAt, setDays, restartedAt, extended, due, outcome, endedAt } = clock;
    return {
      ...{ key, label: { sv: name.sv, en: name.en }, party, source, started, stage, startedAt, setDays },
      pauses: clock.pauses.map(({ from, to }) => ({ from, to })),
      ...{ restartedAt, extended, due, outcome, endedAt },
    };
  }

  /** What a refusal shows beside its text: the present case and what is possible in it, or two forms. */
  beside({ present, versions }: Refusal): Record<string, unknown> {
    if (present === undefined) return versions === undefined ? {} : { versions };
    const { form: _form, actions, ...shown } = this.present({ view: present, form: null });
    return { present: { ...shown, actions }, actions, ...(versions ? { versions } : {}) };
  }
}

function stageBody(view: StageView): StageBody {
  const { stage, region, activity, party, cause, assignee, since, causeAskedAt, due } = view;
  return { stage, region, activity, party, cause, assignee, since, causeAskedAt, due };
}

function childBody(child: ChildView): ChildBody {
  const { id, workflow, holder, part, occasion, dependsOn, state, stages } = child;
  return { id, workflow, holder, part, occasion, dependsOn, state, stages: stages.map(stageBody) };
}

function actionBody(workflow: Workflow, { type, stage, possible, why }: PossibleAction): ActionBody {
  const spec = workflow.events[type];
  if (!spec) throw new Error(`Workflow ${workflow.key} offers ${type}, which it does not declare.`);
  return {
    type,
    stage,
    label: workflow.texts.events[type] ?? { sv: type, en: type },
    payloadSchema: payloadSchema(spec.payload, stage),
    decision: spec.decision ?? false,
    possible,
    why: why === null ? null : { code: why, text: refuseByGuard(workflow, why).text },
  };
}
