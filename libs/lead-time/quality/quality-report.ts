import type { Instant } from '@ledtid/time';
import type { PoolClient } from 'pg';
import { overReported } from '../cases/reported';
import { filtersOf } from '../cases/wanted';
import { boundOf, horizonOf } from '../reports/horizon-of';
import { type CheckedQuery, periodBound } from '../reports/query';
import type { ReportKind, ReportMeans } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { visitsWith } from '../visits/visits-with';
import { QualityCounter } from './count-quality';
import { QUALITY_DEFINITION } from './definitions';
import type { OwnQuality, QualityBody } from './quality';
import { type DeclaredEvent, declaredEvents, qualityEvents } from './events-of-trees';
import { type EventKind, type QualityCount, qualityOf } from './quality-of';

const CASES = overReported(sqlFile(__dirname, 'cases'));

/** Whether the work was right the first time: what stands beside every lead time that grew shorter. */
export const QUALITY_REPORT: ReportKind<QualityBody> = {
  definition: QUALITY_DEFINITION,
  dimensions: ['holder'],
  make: counted,
};

/** What is told of the work on a data holder's own instances. */
export function ownQualityOf(
  counts: readonly QualityCount[],
  declared: readonly DeclaredEvent[],
): OwnQuality {
  const { total, rows } = qualityOf(0, counts, kindsOf(declared));
  return { total, rows: rows.map(({ rows: _, ...part }) => part) };
}

async function counted(
  client: PoolClient,
  query: CheckedQuery,
  now: Instant,
  { registry, remembered }: ReportMeans,
): Promise<QualityBody> {
  const declared = declaredEvents(registry);
  const bound = boundOf(horizonOf(query.to, now));
  const begin = periodBound(query.from);
  const period = { from: begin === null ? -Infinity : Date.parse(begin), until: Date.parse(bound) };
  const counter = new QualityCounter(period);
  const asked = { filters: query.filters, ...period, remembered };
  await visitsWith(client, asked, qualityEvents(declared), (one, events) => counter.addCase(one, events));
  const { rows } = await client.query<{ cases: number }>(CASES(query.filters), [
    filtersOf(query.filters),
    begin,
    bound,
  ]);
  return qualityOf(rows[0]?.cases ?? 0, counter.finish(), kindsOf(declared));
}

function kindsOf(declared: readonly DeclaredEvent[]): ReadonlySet<EventKind> {
  return new Set(declared.map(({ kind }) => kind));
}
