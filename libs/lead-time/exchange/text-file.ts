import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportProblem } from './import-problem';

/**
 * Small on purpose. When most objects of a kind outlive the first collections, as all events of a large chunk would,
 * V8 from then on makes them in the old generation, and memory grows with the file until that is collected.
 */
const CHUNK = 4 * 1024;

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/**
 * A text that somebody gave us, as it is or gzipped, told apart by what it holds and not by what it is called. It
 * may be read more than once. Throws `ImportProblem` while it is opened and read.
 */
export class TextFile {
  private constructor(
    readonly path: string,
    private readonly zipped: boolean,
  ) {}

  static async open(path: string): Promise<TextFile> {
    return new TextFile(path, (await firstBytes(path)).equals(GZIP_MAGIC));
  }

  /** UTF-8 only: another encoding would silently spoil every name with a Swedish letter. */
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
    const file = createReadStream(this.path, { highWaterMark: CHUNK });
    if (!this.zipped) return file;
    // The callback takes errors that the reader of the last stream sees too.
    return pipeline(file, createGunzip({ chunkSize: CHUNK }), () => undefined);
  }
}

export function truncated(what: string): ImportProblem {
  return new ImportProblem('file-truncated', `${what} ends before its time.`, 'Fetch or export it again.');
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

const ZLIB_TRUNCATED = 'Z_BUF_ERROR';

function problemOf(thrown: unknown, path: string): unknown {
  const { code = '', syscall } = thrown as NodeJS.ErrnoException;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new ImportProblem('not-utf-8', `${path} is not UTF-8 text.`, 'Save or export it as UTF-8.');
  }
  if (code === ZLIB_TRUNCATED) return truncated(path);
  if (code.startsWith('Z_')) {
    return new ImportProblem('file-truncated', `${path} is damaged: it does not unpack.`, 'Fetch it again.');
  }
  // Whatever the operating system says against it: not there, no right, a directory, a name too long.
  if (syscall === undefined) return thrown;
  return new ImportProblem(
    'file-not-readable',
    `${path} cannot be read (${code}).`,
    'Check path and rights.',
  );
}
