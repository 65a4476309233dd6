import type { Instant } from '@ledtid/time';
import type { PoolClient } from 'pg';
import { type CaseFrame, type Horizon, frameOf } from '../../cases/case-frame';
import type { CaseHistory } from '../../cases/case-history';
import { loadCases } from '../../cases/load-cases';
import { sqlFile } from '../../sql-file';
import { VISIT_ATTRIBUTES, eventsOf } from './case-events';
import { CaseObjects } from './case-objects';
import type { ExportSource, ExportedEvent, ExportedObject } from './exported-log';

const REGISTRATION_NUMBERS = sqlFile(__dirname, 'registration-numbers');

/** Cases named at once. */
const BATCH = 100;

/** A submitted case with what it is called outside. */
export interface NamedCase {
  readonly name: string;
  readonly history: CaseHistory;
  readonly frame: CaseFrame;
}

/** The body's own cases as a log of the visits that were over by `now`; drafts are no cases yet. */
export function ownCases(client: PoolClient, now: Instant): ExportSource {
  return {
    attributes: VISIT_ATTRIBUTES,
    async *events(): AsyncGenerator<ExportedEvent[]> {
      for await (const batch of namedCases(client, now)) yield batch.flatMap(eventsOf);
    },
    async *objects(): AsyncGenerator<ExportedObject[]> {
      const objects = new CaseObjects();
      for await (const batch of namedCases(client, now)) yield batch.flatMap((known) => objects.of(known));
    },
  };
}

async function* namedCases(client: PoolClient, now: Instant): AsyncGenerator<NamedCase[]> {
  const filters = { workflow: null, holder: null, case: null };
  let batch: CaseHistory[] = [];
  for await (const history of loadCases(client, { filters, from: null, horizon: now })) {
    if (batch.push(history) < BATCH) continue;
    yield await named(client, batch, now);
    batch = [];
  }
  yield await named(client, batch, now);
}

async function named(client: PoolClient, histories: CaseHistory[], now: Instant): Promise<NamedCase[]> {
  const horizon: Horizon = { at: Date.parse(now), inclusive: true };
  const ids = histories.map(({ caseId }) => caseId);
  const { rows } = await client.query<{ id: string; number: string }>(REGISTRATION_NUMBERS, [ids]);
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return histories.flatMap((history) => {
    const frame = frameOf(history, horizon);
    const name = numbers.get(history.caseId) ?? history.caseId;
    return frame === null ? [] : [{ name, history, frame }];
  });
}
