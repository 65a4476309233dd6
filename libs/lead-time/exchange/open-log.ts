import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportProblem } from './import-problem';

export type LogFormat = 'csv' | 'xes' | 'ocel';

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/**
 * Opens a log by what it holds, not by what it is called: gzip by its magic bytes, the format by its first
 * character. May be called again for a second reading. Throws `ImportProblem` while it is read.
 */
export class LogFile {
  private constructor(
    readonly path: string,
    private readonly zipped: boolean,
    readonly format: LogFormat,
  ) {}

  static async open(path: string): Promise<LogFile> {
    const zipped = (await firstBytes(path)).equals(GZIP_MAGIC);
    const unread = new LogFile(path, zipped, 'csv');
    return new LogFile(path, zipped, formatOf(await unread.head()));
  }

  /** The file as text. UTF-8 only: another encoding would silently spoil every name with a Swedish letter. */
  async *text(): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of this.bytes()) yield decoder.decode(chunk as Buffer, { stream: true });
      yield decoder.decode();
    } catch (thrown) {
      throw problemOf(thrown, this.path);
    }
  }

  private bytes(): Readable {
    const file = createReadStream(this.path, { highWaterMark: 64 * 1024 });
    if (!this.zipped) return file;
    // The callback takes errors that the reader of the last stream sees too.
    return pipeline(file, createGunzip(), () => undefined);
  }

  private async head(): Promise<string> {
    for await (const chunk of this.text()) if (chunk.trim() !== '') return chunk;
    throw new ImportProblem('log-without-events', `${this.path} is empty.`, 'Export the log again.');
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw problemOf(thrown, path);
  }
}

function formatOf(head: string): LogFormat {
  if (head.includes('\0') || head.startsWith('PK\u0003')) {
    throw new ImportProblem(
      'format-unknown',
      'The file is not text.',
      'Give a CSV, XES or OCEL 2.0 JSON file, as it is or gzipped; unpack other archives first.',
    );
  }
  const first = head.trimStart()[0];
  if (first === '<') return 'xes';
  return first === '{' || first === '[' ? 'ocel' : 'csv';
}

const ZLIB_TRUNCATED = 'Z_BUF_ERROR';

function problemOf(thrown: unknown, path: string): unknown {
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new ImportProblem('not-utf-8', `${path} is not UTF-8 text.`, 'Save or export it as UTF-8.');
  }
  if (code === ZLIB_TRUNCATED) return truncated(path);
  if (code.startsWith('Z_')) {
    return new ImportProblem('file-truncated', `${path} is damaged: it does not unpack.`, 'Fetch it again.');
  }
  if (['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(code)) {
    return new ImportProblem(
      'file-not-readable',
      `${path} cannot be read (${code}).`,
      'Check path and rights.',
    );
  }
  return thrown;
}

export function truncated(what: string): ImportProblem {
  return new ImportProblem('file-truncated', `${what} ends before its time.`, 'Fetch or export it again.');
}
