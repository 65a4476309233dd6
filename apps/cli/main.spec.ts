import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './main';

/** What one command line wrote, and its exit code. */
async function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const written = { out: '', err: '' };
  const streams = {
    out: (text: string) => (written.out += text),
    err: (text: string) => (written.err += text),
  };
  const code = await main(
    args,
    { out: (text) => void streams.out(text), err: (text) => void streams.err(text) },
    environment,
  );
  return { code, ...written };
}

describe('the command line', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledtid-cli-'));
  const here = ['--data-dir', directory];
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each([
    ['no command', []],
    ['an unknown command', ['fly']],
    ['an unknown option', ['verify', '--fast']],
    ['an argument too many', ['verify', 'everything']],
    ['a missing argument', ['import-log', '--name', 'x']],
    ['a missing option', ['import-log', 'file.csv']],
    ['an unknown report', ['report', 'moon-phases']],
    ['an unknown dimension', ['report', 'lead-time', '--by', 'employee']],
    ['what is no date', ['report', 'lead-time', '--from', '2026-02-30']],
    ['an unknown role', ['token', '--as', 'king']],
    ['what is no port', ['start', '--port', '70000']],
    ['an unknown benchmark', ['bench', 'moon-phases']],
  ])('takes %s for wrong usage', async (_, args) => {
    const { code, out, err } = await run([...here, ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  it('tells wrong usage as a document too, when asked for documents', async () => {
    const { code, out } = await run(['report', 'lead-time', '--by', 'employee', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      error: {
        code: 'wrong-usage',
        reason: expect.stringContaining("'employee'"),
        remedy: expect.any(String),
      },
    });
  });

  it('helps without a complaint when it is asked to', async () => {
    const { code, out, err } = await run(['report', '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('--by <dimension>');
    expect(out).toContain('--json');
  });

  it('takes --json and --data-dir before and after the command', async () => {
    const before = await run(['--json', ...here, 'token', '--as', 'manager']);
    const after = await run(['token', '--as', 'manager', ...here, '--json']);
    expect([before.code, after.code]).toEqual([0, 0]);
    const documents = [before.out, after.out].map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(documents).toMatchObject([{ subject: 'maria' }, { subject: 'maria' }]);
  });

  it('prints nothing but the token where a script wants one', async () => {
    const { out, err } = await run([...here, 'token', '--as', 'decision_maker:hanna']);
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(err).toBe('');
  });

  it('fails, with the code that the room gave, where somebody does not hold a role', async () => {
    const { code, out, err } = await run([...here, 'token', '--as', 'manager:bo', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'demo-person-unknown' } });
    expect(err).toContain('demo-person-unknown');
  });

  it.each([
    ['production', { NODE_ENV: 'production' }, 'demo-issuer-in-production'],
    ['a database of somebody’s own', { DATABASE_URL: 'postgres://db.example/x' }, 'own-database-with-start'],
    ['a setting that cannot be read', { PORT: 'high' }, 'configuration-invalid'],
  ])('does not start the embedded default with %s', async (_, environment, problem) => {
    const { code, out, err } = await run([...here, 'start'], environment);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(problem);
  });

  it('issues no token of the demonstration in production', async () => {
    process.env.NODE_ENV = 'production';
    const { code, err } = await run([...here, 'token', '--as', 'manager']);
    process.env.NODE_ENV = 'test';
    expect(code).toBe(1);
    expect(err).toContain('demo-issuer-in-production');
  });

  it.each(['demo', 'bench'])(
    'has no command %s in production, where nobody tries anything out',
    async (name) => {
      const { code, err } = await run([...here, name], { NODE_ENV: 'production' });
      expect(code).toBe(2);
      expect(err).toContain(`Unknown command '${name}'`);
      expect((await run(['--help'], { NODE_ENV: 'production' })).out).not.toMatch(
        new RegExp(`^  ${name} `, 'm'),
      );
      expect((await run(['--help'])).out).toMatch(new RegExp(`^  ${name} `, 'm'));
    },
  );

  it('says what to do where no server is known to go to', async () => {
    const { code, err } = await run([...here, 'demo']);
    expect(code).toBe(1);
    expect(err).toContain('no-server');
  });
});
