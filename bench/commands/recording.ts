import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { ChangeSet } from '@ledtid/cases';

/** Writes ChangeSets in the order in which they were committed, a line each. */
export async function writeRecording(file: string, changes: readonly ChangeSet[]): Promise<void> {
  const stream = createWriteStream(file);
  for (const change of changes) {
    if (!stream.write(`${JSON.stringify(change)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

export async function readRecording(file: string): Promise<ChangeSet[]> {
  const changes: ChangeSet[] = [];
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) changes.push(JSON.parse(line) as ChangeSet);
  return changes;
}

/** The case that a ChangeSet belongs to. */
export function caseOf(change: ChangeSet): string {
  const [first] = change.instances;
  if (!first) throw new Error('A recorded ChangeSet changes no instance.');
  return first.rootId;
}
