import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_HOLDERS } from '@ledtid/access';
import type { TransportedDelivery } from '../../worker';
import { DRAFT } from '../demo/application-form';
import { damageFirstDelivery } from './damage-first-delivery';

describe('on its way in the demonstration', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledtid-damage-'));
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data', 'rows.parquet'), 'rows');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const demo: TransportedDelivery = { holder: DEMO_HOLDERS.two, attempt: 1, form: DRAFT };

  async function received(delivery: TransportedDelivery): Promise<string> {
    await damageFirstDelivery(folder, delivery);
    return readFile(join(folder, 'data', 'rows.parquet'), 'utf8');
  }

  it('the second holder’s first delivery to the demo’s own case is damaged', async () => {
    expect(await received(demo)).toBe('rows\0');
  });

  it.each([
    ['what a visitor applied for', { form: { ...DRAFT, projectName: 'A study of my own' } }],
    ['a second delivery', { attempt: 2 }],
    ['what the first holder sends', { holder: DEMO_HOLDERS.one }],
  ])('%s is not', async (_what, other) => {
    expect(await received({ ...demo, ...other })).toBe('rows');
  });
});
