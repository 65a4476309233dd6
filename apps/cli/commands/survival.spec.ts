import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../main';

const folder = mkdtempSync(join(tmpdir(), 'ledtid-survival-command-'));
const file = join(folder, 'table.csv');
writeFileSync(file, 'days,end,kind\n1,access,a\n2,access,b\n3,open,a\n4,access,b\n');
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const written = { out: '', err: '' };
  const streams = {
    out: (text: string) => void (written.out += text),
    err: (text: string) => void (written.err += text),
  };
  const code = await main(['survival', ...args], streams, {});
  return { code, ...written };
}

describe('ledtid survival', () => {
  const asked = [file, '--time', 'days', '--event', 'end=access'];

  it('gives the groups of the contract as a document, and nothing else', async () => {
    const { code, out, err } = await run(...asked, '--by', 'kind', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const quantile = (p: number) => ({ p, value: expect.anything(), lower: null, upper: null });
    expect(JSON.parse(out)).toEqual({
      groups: [
        {
          ...{ key: 'a', n: 2, events: 1 },
          quantiles: [
            { ...quantile(0.25), value: 1, lower: 1 },
            { ...quantile(0.5), value: 2, lower: 1 },
            { ...quantile(0.75), value: null, lower: 1 },
          ],
        },
        {
          ...{ key: 'b', n: 2, events: 2 },
          quantiles: [
            { ...quantile(0.25), value: 2, lower: 2 },
            { ...quantile(0.5), value: 3, lower: 2 },
            { ...quantile(0.75), value: 4, lower: 2 },
          ],
        },
      ],
    });
  });

  it('sets a table before people', async () => {
    const { code, out } = await run(...asked);
    expect(code).toBe(0);
    expect(out).toMatch(/^all +4 +3 /m);
    expect(out).toContain('(log-log)');
  });

  it.each([
    ['without a time', [file, '--event', 'end=access']],
    ['an event without its value', [file, '--time', 'days', '--event', 'end']],
    ['an event with an empty value', [file, '--time', 'days', '--event', 'end=']],
    ['an unknown scale', [...asked, '--transform', 'logit']],
  ])('takes %s for wrong usage', async (_, args) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('wrong-usage');
  });

  it.each([
    ['file-not-readable', [join(folder, 'none.csv'), '--time', 'days', '--event', 'end=access']],
    ['file-not-readable', [folder, '--time', 'days', '--event', 'end=access']],
    ['column-missing', [...asked, '--by', 'part']],
    ['event-never-occurs', [file, '--time', 'days', '--event', 'end=Access']],
  ])('refuses as %s, saying what to do, without a stack', async (problem, args) => {
    const { code, out, err } = await run(...args, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ error: { code: problem, remedy: expect.any(String) } });
    expect(err).not.toMatch(/^ +at /m);
  });
});
