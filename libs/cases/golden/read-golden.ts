import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded, Role } from '@ledtid/workflow';
import type { Facts } from '../facts/facts';
import type { ClockCycleRow } from '../rows';

const HISTORIES = join(__dirname, 'histories');

interface Step {
  at: string;
  /** One person a role; `system` is the timer. */
  by: Role | 'system';
  send: string;
  payload?: Recorded;
  /** When it happened, where it was registered later. */
  happened?: string;
}

type SpanLine = [activity: string, from: string, to: string | null, cause?: string];

type ClockFacts = Partial<{
  due: string;
  outcome: string;
  endedAt: string | null;
  wakeUpAt: string | null;
  extended: boolean;
  pauses: number;
}>;

/** An application's commands, and the facts that a person worked out of them. What is left out is not looked at. */
export interface Golden {
  name: string;
  why: string;
  steps: Step[];
  expect: {
    outcome?: string;
    endedAt?: string;
    /** All spans of a stage. */
    spans?: Record<string, SpanLine[]>;
    /** The last cycle of each clock. */
    clocks?: Record<string, ClockFacts>;
    milestones?: Record<string, string[]>;
  };
}

export function readGoldens(): Golden[] {
  const files = readdirSync(HISTORIES).sort();
  return files.map((file) => JSON.parse(readFileSync(join(HISTORIES, file), 'utf8')) as Golden);
}

/** The facts as far as the golden ones look. */
export function factsOf(facts: Facts, expected: Golden['expect']): Golden['expect'] {
  const { outcome, endedAt } = facts.instance;
  return {
    ...(expected.outcome !== undefined && { outcome: outcome ?? '' }),
    ...(expected.endedAt !== undefined && { endedAt: endedAt ?? '' }),
    ...(expected.spans && { spans: each(expected.spans, (stage) => spansOf(facts, stage)) }),
    ...(expected.clocks && { clocks: each(expected.clocks, (key, looked) => clockOf(facts, key, looked)) }),
    ...(expected.milestones && { milestones: milestonesOf(facts) }),
  };
}

function each<Looked, Found>(
  expected: Record<string, Looked>,
  find: (key: string, looked: Looked) => Found,
): Record<string, Found> {
  return Object.fromEntries(Object.entries(expected).map(([key, looked]) => [key, find(key, looked)]));
}

function spansOf({ spans }: Facts, stage: string): SpanLine[] {
  const own = spans.filter((span) => span.stage === stage).sort((one, other) => one.opened - other.opened);
  return own.map(({ activity, startedAt, endedAt, cause }) =>
    cause === null ? [activity, startedAt, endedAt] : [activity, startedAt, endedAt, cause],
  );
}

function clockOf({ clocks }: Facts, key: string, looked: ClockFacts): ClockFacts {
  const cycle = clocks.filter((clock) => clock.key === key).at(-1);
  return cycle === undefined ? {} : only(cycle, looked);
}

function only(cycle: ClockCycleRow, looked: ClockFacts): ClockFacts {
  const { due, outcome, endedAt, wakeUpAt, extended, pauses } = cycle;
  const all = { due, outcome, endedAt, wakeUpAt, extended: extended !== null, pauses: pauses.length };
  return Object.fromEntries(Object.entries(all).filter(([field]) => field in looked));
}

function milestonesOf({ milestones }: Facts): Record<string, string[]> {
  const keys = [...new Set(milestones.map(({ key }) => key))];
  return Object.fromEntries(
    keys.map((key) => [key, milestones.filter((one) => one.key === key).map(({ at }) => at)]),
  );
}
