import { toInstant } from '@ledtid/time';
import type { WorkflowRegistry } from '@ledtid/workflow';
import { filtersOf, overReported } from '../cases/reported';
import { horizonOf } from '../reports/horizon-of';
import { periodBound } from '../reports/query';
import type { ReportKind } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import { ABANDONED, QUALITY_DEFINITION } from './definitions';
import type { QualityBody } from './quality';
import { type EventKind, type QualityCount, qualityOf } from './quality-of';

const QUALITY = overReported(sqlFile(__dirname, 'quality'));

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
    const horizon = horizonOf(query.to, now);
    // A hash of all stays of 100,000 cases; in the default 4 MB it would go to disk.
    await client.query(`set local work_mem = '128MB'`);
    const { rows } = await client.query<QualityCount>(QUALITY, [
      ...[filtersOf(query.filters), periodBound(query.from)],
      horizon.inclusive ? toInstant(Date.parse(horizon.at) + 1) : horizon.at,
      ...[JSON.stringify(declared), ABANDONED, [...new Set(declared.map(({ type }) => type))]],
    ]);
    return qualityOf(rows, new Set(declared.map(({ kind }) => kind)));
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
