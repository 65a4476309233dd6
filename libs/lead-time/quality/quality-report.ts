import type { Instant } from '@ledtid/time';
import type { WorkflowRegistry } from '@ledtid/workflow';
import type { PoolClient } from 'pg';
import { filtersOf, overOwned, overReported } from '../cases/reported';
import { boundOf, horizonOf } from '../reports/horizon-of';
import { type CheckedQuery, periodBound } from '../reports/query';
import type { ReportConfiguration, ReportKind } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { visitsOfReport } from '../visits/visits-of-report';
import { type QualityEvent, QualityCounter } from './count-quality';
import { QUALITY_DEFINITION } from './definitions';
import type { OwnQuality, QualityBody } from './quality';
import { type EventKind, qualityOf } from './quality-of';

const EVENTS = sqlFile(__dirname, 'events');
const CASES = sqlFile(__dirname, 'cases');

/** An event type that a workflow declares to tell something of quality. */
interface DeclaredEvent {
  workflow: string;
  type: string;
  kind: EventKind;
}

/** Whether the work was right the first time: what stands beside every lead time that grew shorter. */
export const QUALITY_REPORT: ReportKind<QualityBody> = {
  definition: QUALITY_DEFINITION,
  dimensions: ['holder'],
  make: (client, query, now, configuration) => counted(client, overReported, query, now, configuration),
};

/** What is told of the work on a data holder's own instances, of all holders' where the query names none. */
export async function ownQuality(
  client: PoolClient,
  query: CheckedQuery,
  now: Instant,
  configuration: ReportConfiguration,
): Promise<OwnQuality> {
  const { total, rows } = await counted(client, overOwned, query, now, configuration);
  return { total, rows: rows.map(({ rows: _, ...part }) => part) };
}

async function counted(
  client: PoolClient,
  over: (statement: string) => string,
  query: CheckedQuery,
  now: Instant,
  { registry }: ReportConfiguration,
): Promise<QualityBody> {
  const declared = declaredEvents(registry);
  const until = boundOf(horizonOf(query.to, now));
  const from = periodBound(query.from);
  const scope = [filtersOf(query.filters), from, until];
  const types = [...new Set(declared.map(({ type }) => type))];
  const events = await client.query<QualityEvent>(over(EVENTS), [...scope, JSON.stringify(declared), types]);
  const period = { from: from === null ? -Infinity : Date.parse(from), until: Date.parse(until) };
  const counter = new QualityCounter(period, events.rows);
  await visitsOfReport(client, query.filters, period, (one) => counter.addCase(one), over);
  const { rows } = await client.query<{ cases: number }>(over(CASES), scope);
  const known = new Set(declared.map(({ kind }) => kind));
  return qualityOf(rows[0]?.cases ?? 0, counter.finish(), known);
}

function declaredEvents(registry: WorkflowRegistry): DeclaredEvent[] {
  return registry.all().flatMap(({ key, events }) =>
    Object.entries(events).flatMap(([type, { quality, changes }]) => {
      const kind = changes === 'time' ? 'correction' : quality;
      return kind === undefined ? [] : [{ workflow: key, type, kind }];
    }),
  );
}
