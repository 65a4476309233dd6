import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Canaries, spellings } from './canaries';
import { scanTree } from './scan-for-identifiers';

const canaries = new Canaries(['194503219805', '201602299814']);

describe('the search for identifiers', () => {
  it.each(spellings('194503219805'))('finds %s in the middle of other bytes', (spelling) => {
    const bytes = Buffer.concat([Buffer.from([0, 255, 7]), Buffer.from(`;${spelling};`), Buffer.from([200])]);
    expect(canaries.count(bytes)).toBeGreaterThan(0);
  });

  it('does not take the digits of a fraction or of a hash for a ten-digit number', () => {
    expect(canaries.count(Buffer.from('22.64503219805 a4503219805f 194503219804'))).toBe(0);
  });

  it('looks into compressed files and at names', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ledtid-canaries-'));
    await writeFile(join(folder, 'rows.csv.gz'), gzipSync('id\n20160229-9814\n'));
    await writeFile(join(folder, 'log-450321-9805.txt'), 'nothing');
    await writeFile(join(folder, 'clean.txt'), 'nothing');
    const leaks = await scanTree(folder, canaries);
    await rm(folder, { recursive: true });
    expect(leaks.map(({ place }) => place).sort()).toEqual(['log-450321-9805.txt', 'rows.csv.gz']);
  });
});
