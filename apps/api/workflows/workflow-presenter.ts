import {
  CHARACTERISTICS,
  type EventSpec,
  type Text,
  type Workflow,
  diagramsOf,
  stateText,
} from '@ledtid/workflow';
import { payloadSchema } from './payload-schema';
import type { WorkflowBody, WorkflowSummaryBody } from './workflow.body';

export function summaryOf(workflow: Workflow): WorkflowSummaryBody {
  const { key, version, texts } = workflow;
  return {
    ...{ key, version, name: texts.name, startable: workflow.form !== null },
    stages: Object.entries(workflow.stages).map(([stage, { roles }]) => ({
      ...{ key: stage, label: textOf(texts.stages, stage), roles },
    })),
  };
}

/** Everything that a workflow declares, as a portal needs it. */
export function wholeOf(workflow: Workflow): WorkflowBody {
  const { texts, form } = workflow;
  const diagrams = diagramsOf(workflow);
  return {
    ...summaryOf(workflow),
    states: [...workflow.leaves.values()].map(({ path, region, meta }) => ({
      ...{ path, region, label: stateText(workflow, path) ?? { sv: path, en: path } },
      ...{ stage: meta.stage, activity: meta.activity, party: meta.party },
      ...{ cause: meta.cause ?? null, executed: meta.executed ?? false, clocks: { ...meta.clocks } },
    })),
    ends: [...workflow.finals].map(([path, { outcome }]) => ({
      ...{ path, outcome, label: textOf(texts.outcomes, outcome) },
    })),
    events: Object.entries(workflow.events).map(([type, spec]) => eventOf(workflow, type, spec)),
    form:
      form === null ? null : { version: form.version, schema: form.schema, characteristics: CHARACTERISTICS },
    texts: {
      ...{ fields: texts.fields, codes: texts.codes ?? {} },
      ...{ refusals: texts.refusals, outcomes: texts.outcomes },
    },
    ...{ diagram: diagrams[0]?.mermaid ?? '', diagrams },
  };
}

function eventOf(workflow: Workflow, type: string, spec: EventSpec) {
  const byStage = spec.roles === 'stage';
  const ofStages = [...new Set(Object.values(workflow.stages).flatMap(({ roles }) => roles))];
  return {
    ...{ type, label: textOf(workflow.texts.events, type), byStage },
    roles: spec.roles === 'stage' ? ofStages : spec.roles,
    decision: spec.decision ?? false,
    assessment: spec.assessment ?? false,
    submits: spec.submits ?? false,
    payloadSchema: payloadSchema(spec.payload),
  };
}

function textOf(texts: Readonly<Record<string, Text>>, key: string): Text {
  return texts[key] ?? { sv: key, en: key };
}
