import type { WorkflowRegistry } from '@ledtid/workflow';
import type { PoolClient } from 'pg';
import { sqlFile } from '../sql-file';
import type { BesideVisits } from '../visits/visits-with';
import type { QualityEvent } from './count-quality';
import type { EventKind } from './quality-of';

const EVENTS = sqlFile(__dirname, 'events');

/** An event type that a workflow declares to tell something of quality. */
export interface DeclaredEvent {
  workflow: string;
  type: string;
  kind: EventKind;
}

export function declaredEvents(registry: WorkflowRegistry): DeclaredEvent[] {
  return registry.all().flatMap(({ key, events }) =>
    Object.entries(events).flatMap(([type, { quality, changes }]) => {
      const kind = changes === 'time' ? 'correction' : quality;
      return kind === undefined ? [] : [{ workflow: key, type, kind }];
    }),
  );
}

/** What tells of quality in trees, for reports that look at their visits. */
export function qualityEvents(declared: readonly DeclaredEvent[]): BesideVisits<readonly QualityEvent[]> {
  return {
    subject: 'quality',
    read: (client, { kept, stale }) => eventsOfTrees(client, declared, [...kept, ...stale]),
    nothing: [],
    size: (events) => 1 + events.length * NUMBERS_OF_EVENT,
  };
}

/** About as many numbers as an event takes the place of. */
const NUMBERS_OF_EVENT = 16;

/** By the root; of most trees there is nothing. */
async function eventsOfTrees(
  client: PoolClient,
  declared: readonly DeclaredEvent[],
  rootIds: readonly string[],
): Promise<ReadonlyMap<string, readonly QualityEvent[]>> {
  const types = [...new Set(declared.map(({ type }) => type))];
  const { rows } = await client.query<QualityEvent & { rootId: string }>(EVENTS, [
    ...[rootIds, JSON.stringify(declared), types],
  ]);
  const events = new Map<string, QualityEvent[]>();
  for (const { rootId, ...event } of rows) {
    const ofTree = events.get(rootId);
    if (ofTree === undefined) events.set(rootId, [event]);
    else ofTree.push(event);
  }
  return events;
}
