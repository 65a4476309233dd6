export type Verdict = 'sound' | 'vulnerable' | 'unanswered';

const GRAVE = ['high', 'critical'];

/** What `npm audit --json` said. A registry that answers no audit, or none that can be read, is `unanswered`. */
export function auditVerdict(output: string): { verdict: Verdict; lines: readonly string[] } {
  const report = understood(output);
  if (report?.vulnerabilities === undefined) {
    return { verdict: 'unanswered', lines: [report?.message ?? 'no answer that can be read'] };
  }
  const grave = Object.entries(report.vulnerabilities).filter(([, { severity }]) => GRAVE.includes(severity));
  const lines = grave.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
  return { verdict: lines.length > 0 ? 'vulnerable' : 'sound', lines };
}

interface Report {
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
}

function understood(output: string): Report | null {
  try {
    return JSON.parse(output) as Report | null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}
