import { execFile } from 'node:child_process';
import { cp, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Canaries } from '../../test/support/canaries';
import { type DemonstrationBody, demonstrationBody } from '../../test/support/demonstration-release';
import { type Released, runRelease } from '../../test/support/release-body';
import { scanTree } from '../../test/support/scan-for-identifiers';
import { fileDigest } from './digest';

const ROOT = resolve(__dirname, '../..');
const PARTS = [
  'extraction/source',
  'extraction/population',
  'extraction/laboratory',
  'reception/as-described',
  'pseudonymisation/patients',
  'delivery/sealed',
  'delivery/wiped',
];

/** Runs the release in a process of its own, which is killed at that part; the signal that ended it. */
async function runAndKill(body: DemonstrationBody, part: string): Promise<string | undefined> {
  const file = join(body.root, 'run.json');
  await writeFile(
    file,
    JSON.stringify({ root: body.root, identity: body.identity, input: body.input('permit-a', 'one') }),
  );
  const command = [
    '-r',
    join(ROOT, 'scripts/register-typescript.cjs'),
    join(ROOT, 'test/support/killed-release.fixture.ts'),
    file,
    part,
  ];
  try {
    await promisify(execFile)(process.execPath, command);
    return undefined;
  } catch (error) {
    const { signal, stderr } = error as { signal?: string; stderr?: string };
    return signal ?? stderr ?? 'no signal';
  }
}

async function digests({ opened }: Released): Promise<string[]> {
  const files = (await readdir(join(opened, 'data'))).sort();
  return Promise.all(files.map((file) => fileDigest(join(opened, 'data', file))));
}

describe('a release that is killed with -9 again and again', () => {
  let whole: DemonstrationBody;
  let killed: DemonstrationBody;
  beforeAll(async () => {
    [whole, killed] = await Promise.all([demonstrationBody(), demonstrationBody()]);
  });
  afterAll(() => Promise.all([whole.remove(), killed.remove()]));

  it('ends with the same bytes as one that is not, and leaves nothing behind', async () => {
    const expected = await runRelease(whole, whole.input('permit-a', 'one'));
    await cp(join(whole.root, 'keys'), join(killed.root, 'keys'), { recursive: true });
    for (const part of PARTS) expect([part, await runAndKill(killed, part)]).toEqual([part, 'SIGKILL']);
    const canaries = new Canaries(killed.rows.patients.slice(1).map((row) => row[0]!));
    const released = await runRelease(killed, killed.input('permit-a', 'one'));
    expect(await digests(released)).toEqual(await digests(expected));
    expect(await readdir(killed.target)).toEqual([released.delivered.package]);
    expect(await scanTree(killed.area.root, canaries)).toEqual([]);
  }, 60_000);
});
