import { latest, startOfDay } from '@ledtid/time';
import {
  type Change,
  type Characteristic,
  type Effect,
  type Recorded,
  type Step,
  type Workflow,
  begin,
  step,
} from '@ledtid/workflow';
import type { ClockCycleRow, InstanceRow, MilestoneRow } from '../rows';
import { extendOpenClock, useClocks, voidOpenClocks, wakeClock } from './clock-changes';
import { agendaRefusal } from './agenda';
import { withAssessedItem } from './assessed-item';
import type { Configuration, Evolution, EvolutionRefusal, Facts, Happening } from './facts';
import { withAssessors, withConflict, withDelegation } from './participation';
import { askForCause, moveSpans } from './span-changes';

/** What is told or handed in leaves every fact as it is. */
const MOVES_NOTHING: readonly Change[] = ['time', 'document', 'message'];

/**
 * One event's effect on one instance. `decide` calls it once; rebuilding folds it over the ledger. That both
 * are this one function is why a rebuilt fact equals the incremental one.
 */
export function evolve(
  facts: Facts,
  happening: Happening,
  configuration: Configuration,
): Evolution | EvolutionRefusal {
  const workflow = configuration.registry.get(facts.instance.workflow);
  const spec = workflow.events[happening.type];
  if (spec?.changes && MOVES_NOTHING.includes(spec.changes)) return unmoved(facts, happening);
  if (spec?.changes === 'question') return evolveQuestion(facts, happening);
  if (spec?.changes === 'conflict')
    return evolveParticipation(withConflict(facts.instance, happening), facts, happening);
  if (spec?.changes === 'delegation')
    return evolveParticipation(withDelegation(facts.instance, happening), facts, happening);
  if (spec?.changes === 'agenda')
    return agendaRefusal(facts.instance, happening) ?? unmoved(facts, happening);
  if (spec?.changes === 'checklist')
    return evolveParticipation(withAssessedItem(workflow, facts, happening), facts, happening);
  if (spec?.changes === 'deadline')
    return evolveClock(extendOpenClock(facts, happening, configuration), facts, happening);
  if (happening.type === 'CLOCK_DUE' || happening.type === 'CLOCK_REMINDER') {
    return evolveWoken(workflow, facts, happening, configuration);
  }
  return evolveState(workflow, facts, happening, configuration);
}

/** The first evolution of an instance: its initial state, as its CREATED event tells it. */
export function originate(
  instance: InstanceRow,
  happening: Happening,
  configuration: Configuration,
): Evolution {
  const workflow = configuration.registry.get(instance.workflow);
  const first = begin(workflow, happening.record.input as Recorded);
  const bare: Facts = { instance, spans: [], clocks: [], milestones: [] };
  const origin = apply(workflow, bare, first, happening, configuration);
  if (!('refused' in origin)) return origin;
  throw new Error(
    `${workflow.key} cannot begin: ${origin.refused}. Give it other input, or its clocks another length.`,
  );
}

function evolveWoken(
  workflow: Workflow,
  facts: Facts,
  happening: Happening,
  configuration: Configuration,
): Evolution | EvolutionRefusal {
  const attempt = evolveClock(wakeClock(facts, happening, configuration), facts, happening);
  const woken = 'refused' in attempt && configuration.replaying ? unmoved(facts, happening) : attempt;
  if ('refused' in woken) return woken;
  const moved = evolveState(workflow, woken.facts, happening, configuration);
  // Most clocks only measure: a breach that no state reacts to is recorded, and the case stays where it is.
  return 'refused' in moved ? woken : moved;
}

function evolveState(
  workflow: Workflow,
  facts: Facts,
  happening: Happening,
  configuration: Configuration,
): Evolution | EvolutionRefusal {
  const { instance } = facts;
  const next = step(workflow, instance, {
    type: happening.type,
    record: happening.record,
    actor: happening.actor,
    at: happening.occurredAt,
  });
  return 'refused' in next ? next : apply(workflow, facts, next, happening, configuration);
}

function apply(
  workflow: Workflow,
  facts: Facts,
  next: Step,
  happening: Happening,
  configuration: Configuration,
): Evolution | EvolutionRefusal {
  const spans = moveSpans(workflow, facts, next, happening, configuration);
  const entered = [...spans.entered.map((leaf) => leaf.meta), ...(next.final ? [next.final.meta] : [])];
  const stage = spans.entered.find((leaf) => leaf.meta.stage !== 'none')?.meta.stage ?? 'none';
  const { id: instanceId, rootId, holder } = facts.instance;
  const changesQueue = workflow.events[happening.type]?.changes === 'queue';
  // A stage that goes back to its queue is the same stage: its clocks run on as they are.
  const uses = changesQueue ? [] : entered.flatMap((meta) => meta.clocks ?? []);
  const moment = { ...happening, uses, stage, owner: { instanceId, rootId, holder } };
  const used = useClocks(facts.clocks, moment, configuration);
  if ('refused' in used) return used;
  const clocks = next.final ? voidOpenClocks(used, happening.occurredAt) : used;
  return {
    facts: {
      instance: instanceAfter(workflow, facts.instance, next, happening, spans.regions),
      spans: spans.spans,
      clocks,
      milestones: [...facts.milestones, ...milestonesOf(facts.instance, next.effects, happening)],
    },
    left: spans.left,
    moved: spans.moved,
    effects: next.effects,
  };
}

function instanceAfter(
  workflow: Workflow,
  instance: InstanceRow,
  next: Step,
  happening: Happening,
  regions: InstanceRow['regions'],
): InstanceRow {
  const spec = workflow.events[happening.type];
  return {
    ...instance,
    value: next.snapshot.value,
    context: next.snapshot.context,
    status: next.snapshot.status,
    leaves: next.leaves.map((leaf) => leaf.path),
    outcome: next.final?.meta.outcome ?? null,
    endedAt: next.final
      ? latest(happening.occurredAt, ...Object.values(regions).map((move) => move.at))
      : null,
    version: happening.number,
    regions,
    assessors: spec?.assessment ? withAssessors(instance.assessors, happening) : instance.assessors,
    ...(spec?.submits ? submission(instance, happening) : {}),
  };
}

function submission(instance: InstanceRow, happening: Happening): Partial<InstanceRow> {
  const form = happening.record.form as { digest: string; characteristics?: readonly Characteristic[] };
  const given = happening.record.registrationNumber as string | undefined;
  return {
    formDigest: form.digest,
    // A submission recorded before there were characteristics tells none.
    characteristics: form.characteristics ?? [],
    firstSubmittedAt: instance.firstSubmittedAt ?? happening.occurredAt,
    registrationNumber: given ?? instance.registrationNumber,
  };
}

function milestonesOf(
  instance: InstanceRow,
  effects: readonly Effect[],
  happening: Happening,
): MilestoneRow[] {
  return effects
    .filter((effect) => effect.kind === 'milestone')
    .map((effect) => ({
      instanceId: instance.id,
      rootId: instance.rootId,
      key: effect.key,
      number: happening.number,
      at: effect.on === undefined ? happening.occurredAt : startOfDay(effect.on),
    }));
}

function evolveClock(
  changed: readonly ClockCycleRow[] | EvolutionRefusal,
  facts: Facts,
  happening: Happening,
): Evolution | EvolutionRefusal {
  return 'refused' in changed ? changed : unmoved({ ...facts, clocks: changed }, happening);
}

function evolveQuestion(facts: Facts, happening: Happening): Evolution | EvolutionRefusal {
  const spans = askForCause(facts, happening);
  return 'refused' in spans ? spans : unmoved({ ...facts, spans }, happening);
}

function evolveParticipation(
  changed: InstanceRow | EvolutionRefusal,
  facts: Facts,
  happening: Happening,
): Evolution | EvolutionRefusal {
  return 'refused' in changed ? changed : unmoved({ ...facts, instance: changed }, happening);
}

function unmoved(facts: Facts, happening: Happening): Evolution {
  return {
    facts: { ...facts, instance: { ...facts.instance, version: happening.number } },
    left: [],
    moved: [],
    effects: [],
  };
}
