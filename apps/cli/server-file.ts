import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '@ledtid/platform';
import type { Context } from './context';
import { CommandError } from './problem';

/** `<data directory>/server.json`: where the embedded server answers, while it runs. */
interface ServerFile {
  readonly url: string;
  readonly pid: number;
}

type Place = Pick<Context, 'dataDirectory'>;

export async function writeServerFile(place: Place, file: ServerFile): Promise<void> {
  await writeFile(pathOf(place), `${JSON.stringify(file)}\n`);
}

export async function removeServerFile(place: Place): Promise<void> {
  await rm(pathOf(place), { force: true });
}

/**
 * Where commands over HTTP go, without a slash at its end: LEDTID_URL, else the running embedded server.
 * Throws `no-server`.
 */
export async function serverUrlOf({
  settings,
  ...place
}: Pick<Context, 'dataDirectory' | 'settings'>): Promise<string> {
  const url = settings.serverUrl ?? (await readServerFile(place))?.url;
  if (url !== undefined) return url.replace(/\/+$/, '');
  throw new CommandError(
    'no-server',
    `No server is known: LEDTID_URL is not set, and none runs with ${place.dataDirectory}.`,
    'Start one in another terminal by `npm start` (or `ledtid start`), or set LEDTID_URL.',
  );
}

async function readServerFile(place: Place): Promise<ServerFile | null> {
  try {
    return JSON.parse(await readFile(pathOf(place), 'utf8')) as ServerFile;
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}

function pathOf({ dataDirectory }: Place): string {
  return join(dataDirectory, 'server.json');
}
