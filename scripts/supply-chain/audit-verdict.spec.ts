import { auditVerdict } from './audit-verdict';

const found = (severity: string) =>
  JSON.stringify({ vulnerabilities: { parser: { severity, range: '<2.0.0' } }, metadata: {} });

describe('the audit of dependencies', () => {
  it.each(['high', 'critical'])('fails on a %s vulnerability, and names the package', (severity) => {
    expect(auditVerdict(found(severity))).toEqual({
      verdict: 'vulnerable',
      lines: [`parser <2.0.0: ${severity}`],
    });
  });

  it.each([found('low'), '{"vulnerabilities":{}}'])('passes lesser ones and none: %s', (output) => {
    expect(auditVerdict(output)).toEqual({ verdict: 'sound', lines: [] });
  });

  it('is not called sound where the registry answers no audit', () => {
    const refused = { message: '405 Method Not Allowed', error: { summary: '' } };
    expect(auditVerdict(JSON.stringify(refused))).toEqual({
      verdict: 'unanswered',
      lines: ['405 Method Not Allowed'],
    });
    for (const output of ['', 'null', '{}', '<html>']) {
      expect(auditVerdict(output).verdict).toBe('unanswered');
    }
  });
});
