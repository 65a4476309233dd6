import { mkdirSync, mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCurrent } from '../bin/build.mjs';

describe('a build', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ledtid-build-'));
    for (const folder of ['apps/api', 'libs/time', 'bench/results', 'dist']) {
      mkdirSync(join(root, folder), { recursive: true });
    }
    for (const file of ['apps/api/main.ts', 'libs/time/clocks.json', 'package.json', 'dist/built']) {
      writeFileSync(join(root, file), '');
    }
    changeAt(1000, 'apps', 'apps/api', 'apps/api/main.ts', 'libs', 'libs/time', 'libs/time/clocks.json');
    changeAt(1000, 'bench', 'bench/results', 'package.json');
    changeAt(2000, 'dist/built');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function changeAt(seconds: number, ...paths: string[]): void {
    for (const path of paths) utimesSync(join(root, path), seconds, seconds);
  }

  it('is current when it began after the last change', () => {
    expect(isCurrent(root)).toBe(true);
  });

  it.each(['apps/api/main.ts', 'libs/time/clocks.json', 'package.json'])(
    'is not after a change of %s',
    (path) => {
      changeAt(3000, path);
      expect(isCurrent(root)).toBe(false);
    },
  );

  it('is not after a file has gone, which no other file’s time tells', () => {
    unlinkSync(join(root, 'libs/time/clocks.json'));
    expect(isCurrent(root)).toBe(false);
  });

  it('is not when it never ended', () => {
    unlinkSync(join(root, 'dist/built'));
    expect(isCurrent(root)).toBe(false);
  });

  it('does not depend on tests and on what benchmarks write', () => {
    writeFileSync(join(root, 'bench/results/commands.json'), '');
    writeFileSync(join(root, 'apps/api/main.spec.ts'), '');
    changeAt(1000, 'apps/api');
    expect(isCurrent(root)).toBe(true);
  });

  it('is taken as it is where there are no sources', () => {
    for (const folder of ['apps', 'libs', 'bench']) rmSync(join(root, folder), { recursive: true });
    unlinkSync(join(root, 'dist/built'));
    expect(isCurrent(root)).toBe(true);
  });
});
