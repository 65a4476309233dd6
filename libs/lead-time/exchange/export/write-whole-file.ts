import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ExportProblem } from './export-problem';

/**
 * Writes a text as it comes, gzipped where the name ends in .gz. The file appears under its name when it is whole
 * and on disk: until then it grows beside it under a name made of `id`, and a failure removes that.
 * Throws `ExportProblem` `file-not-writable`.
 */
export async function writeWholeFile(path: string, id: string, text: AsyncIterable<string>): Promise<void> {
  const target = await targetOf(path);
  const growing = join(dirname(target), `.${basename(target)}.${id}`);
  const file = createWriteStream(growing, { flags: 'wx', flush: true });
  // One batch in hand is enough: the pace of the file holds back who makes the text.
  const source = Readable.from(text, { highWaterMark: 1 });
  try {
    await (path.endsWith('.gz') ? pipeline(source, createGzip(), file) : pipeline(source, file));
    await rename(growing, target);
  } catch (thrown) {
    await rm(growing, { force: true });
    throw problemOf(thrown, path);
  }
}

/** A link keeps pointing where it does; a device or folder is not replaced by a file. */
async function targetOf(path: string): Promise<string> {
  try {
    if ((await stat(path)).isFile()) return await realpath(path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return path;
    throw problemOf(thrown, path);
  }
  throw notWritable(path, 'it is no regular file');
}

const UNWRITABLE = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENAMETOOLONG'];

function problemOf(thrown: unknown, path: string): unknown {
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  return UNWRITABLE.includes(code) ? notWritable(path, code) : thrown;
}

function notWritable(path: string, why: string): ExportProblem {
  return new ExportProblem(
    'file-not-writable',
    `${path} cannot be written (${why}).`,
    'Check path, rights and free space; what stood there is unchanged.',
  );
}
