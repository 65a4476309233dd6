import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity, Party } from '@ledtid/time';
import {
  type CaseHistory,
  type InstanceFacts,
  type MilestoneFacts,
  type SpanFacts,
  inOrder,
} from '../cases/case-history';
import type { ReportBody } from '../reports/accumulator';
import type { Scope } from '../reports/case-figures';
import type { Dimension, Row } from '../reports/report';
import { reportOver } from './report-over';

const DAY = 86_400_000;
const HISTORIES = join(__dirname, 'histories');

/** All times are days after Monday 2026-03-02, 08:00 UTC; negative before it. */
const ORIGIN = Date.parse('2026-03-02T08:00:00.000Z');

type SpanLine = [
  region: string,
  stage: string,
  activity: Activity,
  party: Party,
  cause: string | null,
  start: number,
  end: number | null,
];

interface GoldenInstance {
  /** Default: the access application for the case, a release for its children. */
  workflow?: string;
  holder?: string;
  part?: string;
  dependsOn?: string[];
  submitted?: number;
  ended?: number;
  outcome?: string;
  spans: SpanLine[];
  milestones?: Record<string, number[]>;
  events?: number[];
}

/** What the report must say of a row; what is left out is not looked at. Days. */
interface GoldenRow {
  closed?: number;
  open?: number;
  longest?: number;
  sum?: number;
  waiting?: number;
  assigned?: number;
  paused?: number;
  idle?: number;
  causes?: Record<string, number>;
  removable?: number;
}

/** A case's history and the facts that a person worked out of it. `case` is the case; the others are its children. */
export interface Golden {
  /** Its file's name, which begins with a number of its own. */
  file: string;
  name: string;
  why: string;
  clock: 'lead-time' | 'after-ethics';
  by: Dimension;
  now: number;
  from?: number;
  to?: number;
  instances: Record<string, GoldenInstance>;
  expect: {
    outcomes?: Record<string, number>;
    total?: GoldenRow;
    /** All rows with a part of the path, in days: they add up to the whole. */
    contributed: Record<string, number>;
    rows?: Record<string, GoldenRow>;
    milestones?: Partial<Record<keyof ReportBody['milestones'], number>>;
    nothing?: boolean;
  };
}

export function readGoldens(): Golden[] {
  const files = readdirSync(HISTORIES).sort();
  return files.map((file) => ({
    ...(JSON.parse(readFileSync(join(HISTORIES, file), 'utf8')) as Omit<Golden, 'file'>),
    file,
  }));
}

export function scopeOf({ clock, now, from, to }: Golden): Scope {
  const horizon =
    to === undefined ? { at: moment(now), inclusive: true } : { at: moment(to), inclusive: false };
  return { clock, from: from === undefined ? null : moment(from), horizon };
}

export function reportOf(golden: Golden): ReportBody {
  return reportOver([historyOf(golden)], scopeOf(golden), golden.by);
}

/** The report in days, as far as the golden facts look. */
export function factsOf(body: ReportBody, expected: Golden['expect']): Golden['expect'] {
  const contributed = body.rows.filter((row) => row.contributed.seconds > 0);
  return {
    ...(expected.outcomes && { outcomes: nonZero(body.outcomes) }),
    ...(expected.total && { total: only(body.total, expected.total) }),
    contributed: Object.fromEntries(contributed.map((row) => [row.key, inDays(row.contributed.seconds)])),
    ...(expected.rows && { rows: rowsOf(body, expected.rows) }),
    ...(expected.milestones && { milestones: milestonesOf(body, expected.milestones) }),
    ...(expected.nothing !== undefined && { nothing: body.cases === 0 }),
  };
}

function moment(day: number): number {
  return ORIGIN + day * DAY;
}

export function historyOf({ instances }: Golden): CaseHistory {
  const entries = Object.entries(instances);
  return {
    caseId: 'case',
    instances: entries.map(([id, instance]) => instanceOf(id, instance)),
    spans: entries
      .flatMap(([id, { spans, holder }]) => spans.map((line, index) => spanOf(id, holder, line, index)))
      .sort(inOrder),
    milestones: entries.flatMap(([id, { milestones = {} }]) => milestonesAt(id, milestones)),
    events: entries.map(([id, { events = [] }]) => ({ instanceId: id, at: events.map(moment) })),
  };
}

function instanceOf(id: string, golden: GoldenInstance): InstanceFacts {
  const { holder = null, part = null, dependsOn = [], submitted, ended, outcome = null, spans } = golden;
  return {
    ...{ id, holder, part, dependsOn, outcome, occasion: null },
    workflow: golden.workflow ?? (id === 'case' ? 'access-application' : 'release'),
    parentId: id === 'case' ? null : 'case',
    createdAt: moment(Math.min(...spans.map((line) => line[5]))),
    firstSubmittedAt: submitted === undefined ? null : moment(submitted),
    endedAt: ended === undefined ? null : moment(ended),
  };
}

function spanOf(instanceId: string, holder: string | undefined, line: SpanLine, opened: number): SpanFacts {
  const [region, stage, activity, party, cause, start, end] = line;
  return {
    ...{ instanceId, region, opened, stage, activity, party, cause, holder: holder ?? null },
    leaf: `${stage}.${activity}`,
    start: moment(start),
    end: end === null ? null : moment(end),
  };
}

function milestonesAt(instanceId: string, milestones: Record<string, number[]>): MilestoneFacts[] {
  return Object.entries(milestones).flatMap(([key, days]) =>
    days.map((day) => ({ instanceId, key, at: moment(day) })),
  );
}

function inDays(seconds: number): number {
  // Six decimals of a day are a tenth of a second: enough to tell, and short enough to write by hand.
  return Number((seconds / 86_400).toFixed(6));
}

function nonZero(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function only(row: Row, expected: GoldenRow): GoldenRow {
  const causes = Object.fromEntries(Object.entries(row.causes).map(([code, time]) => [code, inDays(time)]));
  const whole: Required<GoldenRow> = {
    ...{ closed: row.n, open: row.open, causes },
    longest: inDays(row.seconds.max ?? -1),
    sum: inDays(row.seconds.sum),
    waiting: inDays(row.waiting),
    assigned: inDays(row.assigned),
    paused: inDays(row.paused),
    idle: inDays(row.idle),
    removable: inDays(row.removable),
  };
  return Object.fromEntries(Object.entries(whole).filter(([key]) => key in expected));
}

function rowsOf(body: ReportBody, expected: Record<string, GoldenRow>): Record<string, GoldenRow> {
  const wanted = body.rows.filter(({ key }) => key in expected);
  return Object.fromEntries(wanted.map((row) => [row.key, only(row, expected[row.key] ?? {})]));
}

function milestonesOf(body: ReportBody, expected: Partial<Record<string, number>>): Record<string, number> {
  const found = Object.entries(body.milestones).filter(([key]) => key in expected);
  return Object.fromEntries(found.map(([key, milestone]) => [key, inDays(milestone?.p50 ?? NaN)]));
}
