import { createLogger, hidePersonalData } from './logging';

describe('the log', () => {
  function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
    const lines: string[] = [];
    write(createLogger('info', { write: (line) => lines.push(line) }));
    return lines.join('');
  }

  it.each([
    ['with century and separator', 'person 19121212-1212 asked'],
    ['without century', 'person 121212-1212 asked'],
    ['of somebody over a hundred', 'person 121212+1212 asked'],
    ['without separator', '/persons/191212121212/visits'],
    ['ten digits', 'id=1212121212;'],
    ['a coordination number', 'person 19701063-2391 asked'],
  ])('shows no personal identity number: %s', (_, text) => {
    const line = logged((logger) => logger.warn({ url: text, err: new Error(text) }, text));
    expect(line.match(/\[hidden\]/g)!.length).toBeGreaterThanOrEqual(3);
    expect(line).not.toMatch(/1212121|121212[-+]|701063/);
  });

  it('shows no header or field that signs somebody in', () => {
    const headers = { authorization: 'Bearer top-secret', cookie: 'session=top-secret' };
    const line = logged((logger) => {
      logger.info({ req: { headers }, password: 'top-secret', job: { token: 'top-secret' } }, 'call');
      logger.info('fetch with Bearer top-secret failed at postgres://ledtid:top-secret@db/ledtid');
    });
    expect(line).not.toContain('top-secret');
  });

  it('leaves what engineers need: ids, hashes, moments and counts', () => {
    const text =
      '019abc12-3456-7890-8abc-123456789012 2026-11-22T09:00:00.000Z 1795305600123 sha256:9a1212121212bb 12 rows';
    expect(hidePersonalData(text)).toBe(text);
  });

  it('keeps one entry one line, whatever the text holds', () => {
    const forged = 'wrong\r\n{"level":30,"msg":"all is well"}\u0000\u001b[2K';
    const line = logged((logger) => logger.warn({ err: new Error(forged), url: forged }, forged));
    expect(line.trimEnd()).not.toMatch(/[\r\n\u0000\u001b]/);
    expect(JSON.parse(line)).toMatchObject({ level: 40, msg: forged, url: forged });
  });

  it('spells times as ISO 8601', () => {
    expect((JSON.parse(logged((logger) => logger.info('x'))) as { time: string }).time).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    );
  });
});
