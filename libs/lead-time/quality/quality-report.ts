import { toInstant } from '@ledtid/time';
import type { WorkflowRegistry } from '@ledtid/workflow';
import { filtersOf, overReported } from '../cases/reported';
import { horizonOf } from '../reports/horizon-of';
import { periodBound } from '../reports/query';
import type { ReportKind } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { visitsOfReport } from '../visits/visits-of-report';
import { visitsIn } from '../visits/written-visits';
import { QUALITY_DEFINITION } from './definitions';
import type { QualityBody } from './quality';
import { type QualityEvent, QualityCounter } from './count-quality';
import { type EventKind, qualityOf } from './quality-of';

const EVENTS = overReported(sqlFile(__dirname, 'events'));
const CASES = overReported(sqlFile(__dirname, 'cases'));

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
  async make(client, query, now, { registry }) {
    const declared = declaredEvents(registry);
    const { at, inclusive } = horizonOf(query.to, now);
    const until = inclusive ? toInstant(Date.parse(at) + 1) : at;
    const from = periodBound(query.from);
    const scope = [filtersOf(query.filters), from, until];
    const events = await client.query<QualityEvent>(EVENTS, [
      ...[...scope, JSON.stringify(declared), [...new Set(declared.map(({ type }) => type))]],
    ]);
    const period = { from: from === null ? -Infinity : Date.parse(from), until: Date.parse(until) };
    const counter = new QualityCounter(period, events.rows);
    for await (const tree of visitsOfReport(client, query.filters, period)) counter.addCase(visitsIn(tree));
    const { rows } = await client.query<{ cases: number }>(CASES, scope);
    const known = new Set(declared.map(({ kind }) => kind));
    return qualityOf(rows[0]?.cases ?? 0, counter.finish(), known);
  },
};

function declaredEvents(registry: WorkflowRegistry): DeclaredEvent[] {
  return registry.all().flatMap(({ key, events }) =>
    Object.entries(events).flatMap(([type, { quality, changes }]) => {
      const kind = changes === 'time' ? 'correction' : quality;
      return kind === undefined ? [] : [{ workflow: key, type, kind }];
    }),
  );
}
