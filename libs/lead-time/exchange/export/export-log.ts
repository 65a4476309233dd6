import type { IdGenerator, TimeSource } from '@ledtid/time';
import type { Pool } from 'pg';
import type { Refusal } from '../../refusal';
import { inSnapshot } from '../../reports/in-snapshot';
import { unknownLog } from '../../reports/log-report';
import type { LogFormat } from '../open-log';
import { csvText } from './csv-text';
import { ExportProblem } from './export-problem';
import type { ExportSource } from './exported-log';
import { importedLog } from './imported-log';
import { ocelText } from './ocel-text';
import { ownCases } from './own-cases';
import { writeWholeFile } from './write-whole-file';
import { xesText } from './xes-text';

export interface ExportOptions {
  readonly format: LogFormat;
  /** Name of an imported log; without it the body's own cases. */
  readonly log?: string;
}

export interface ExportedLog {
  readonly file: string;
  readonly format: LogFormat;
  readonly log: string | null;
  /** Cases with at least one event. */
  readonly cases: number;
  readonly events: number;
}

export interface ExportStore {
  readonly pool: Pool;
  readonly time: TimeSource;
  readonly ids: IdGenerator;
}

const TEXTS = { csv: csvText, xes: xesText, ocel: ocelText };

/**
 * Writes a log into a file, gzipped where its name ends in .gz, as it stands at one moment of the database. The
 * file is there when it is whole, or not at all. Memory does not grow with the log. Refusals: `unknown-log`,
 * `file-not-writable`, `not-in-xml`.
 */
export async function exportLog(
  store: ExportStore,
  file: string,
  { format, log }: ExportOptions,
): Promise<ExportedLog | Refusal> {
  try {
    return await inSnapshot(store.pool, async (client) => {
      const source = log === undefined ? ownCases(client, store.time.now()) : await importedLog(client, log);
      if (source === null) return unknownLog(log ?? '');
      const count = { cases: 0, events: 0 };
      await writeWholeFile(file, store.ids.next(), TEXTS[format](counting(source, count)));
      return { file, format, log: log ?? null, ...count };
    });
  } catch (thrown) {
    if (thrown instanceof ExportProblem) return thrown.toRefusal();
    throw thrown;
  }
}

/** The same source, which also counts what goes through it. */
function counting(source: ExportSource, count: { cases: number; events: number }): ExportSource {
  return {
    ...source,
    async *events() {
      for await (const batch of source.events()) {
        count.events += batch.length;
        count.cases += batch.filter(({ number }) => number === 1).length;
        yield batch;
      }
    },
  };
}
