import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { systemCodeOf } from '@ledtid/platform';
import { type Checkpoint, lineOf } from './checkpoint';
import { CheckpointError } from './checkpoint-error';

const NAME = 'checkpoints.jsonl';

/** More than any line is long. */
const TAIL = 4096;

interface End {
  /** The last whole line; empty where there is none. */
  readonly line: string;
  /** What stands after it: a line that was not written to its end. */
  readonly torn: string;
}

export function checkpointFile(directory: string): string {
  return join(directory, NAME);
}

/**
 * The export of the checkpoints, a line each. It is only ever appended to, so it may lie where nothing written can be
 * changed. What is missing, from an append that failed or was cut off, is written with the next one.
 */
export class CheckpointFile {
  readonly path: string;

  constructor(private readonly directory: string) {
    this.path = checkpointFile(directory);
  }

  /**
   * Appends what the file lacks, and waits until it is on disk. `from` gives the checkpoints from a number on.
   * Throws `checkpoint-not-exported`, `checkpoint-export-differs`.
   */
  async catchUp(from: (number: number) => AsyncIterable<Checkpoint>): Promise<void> {
    const file = await this.opened();
    try {
      await this.append(file, from);
    } catch (thrown) {
      throw this.failure(thrown);
    } finally {
      await file.close();
    }
  }

  private async opened(): Promise<FileHandle> {
    try {
      await mkdir(this.directory, { recursive: true, mode: 0o700 });
      return await open(this.path, 'a+', 0o600);
    } catch (thrown) {
      throw this.failure(thrown);
    }
  }

  private async append(file: FileHandle, from: (number: number) => AsyncIterable<Checkpoint>): Promise<void> {
    const { line, torn } = await endOf(file);
    const last = numberOf(line);
    let agreed = line === '';
    let begun = torn;
    for await (const checkpoint of from(Math.max(last, 1))) {
      const next = lineOf(checkpoint);
      if (checkpoint.number === last && next === line) {
        agreed = true;
        continue;
      }
      if (!agreed || !next.startsWith(begun)) throw this.differs(checkpoint.number);
      await file.appendFile(`${next.slice(begun.length)}\n`);
      begun = '';
    }
    if (!agreed || begun !== '') throw this.differs(agreed ? last + 1 : last);
    await file.sync();
  }

  private failure(thrown: unknown): unknown {
    const { code, syscall } = thrown as NodeJS.ErrnoException;
    if (syscall === undefined) return thrown;
    return new CheckpointError(
      'checkpoint-not-exported',
      `A checkpoint was made and cannot be written to ${this.path} (${code ?? syscall}).`,
      'See to the directory, its rights and free space; what is missing is written with the next one.',
      { cause: thrown },
    );
  }

  private differs(number: number): CheckpointError {
    return new CheckpointError(
      'checkpoint-export-differs',
      `Checkpoint ${number} of ${this.path} is not that of the database.`,
      'Find out whether somebody removed checkpoints. If the database was restored from an older copy, keep the file and move it away: a new one is begun.',
    );
  }
}

/**
 * The lines of an export as long as it is now: what is appended while they are read is left out. An export that is
 * not there has none.
 */
export async function exportedLines(path: string): Promise<AsyncIterable<string>> {
  return linesUpTo(path, await sizeOf(path));
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return 0;
    throw thrown;
  }
}

async function* linesUpTo(path: string, size: number): AsyncGenerator<string> {
  if (size === 0) return;
  const input = createReadStream(path, { end: size - 1 });
  yield* createInterface({ input, crlfDelay: Infinity });
}

async function endOf(file: FileHandle): Promise<End> {
  const { size } = await file.stat();
  const length = Math.min(size, TAIL);
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
  const lines = buffer.toString().split('\n');
  return { torn: lines.at(-1) ?? '', line: lines.at(-2) ?? '' };
}

function numberOf(line: string): number {
  if (line === '') return 0;
  try {
    return Number((JSON.parse(line) as Checkpoint).number) || 0;
  } catch {
    return 0;
  }
}
