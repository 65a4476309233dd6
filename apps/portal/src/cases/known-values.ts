import type { Case, LedgerEvent } from '../api/client';
import type { Cause } from '../api/queries';
import type { Option } from '../form/form-context';

interface Known {
  readonly found: Case;
  readonly events: readonly LedgerEvent[];
  readonly causes: readonly Cause[];
  readonly say: (text: { sv: string; en: string }) => string;
}

/**
 * What is known to fit a field whose schema lists nothing: causes and deadlines by their lists, and for the rest
 * what the case itself names so, in its form and in its ledger: `datasets` chooses among all that stands there as
 * `datasets` or `dataset`.
 */
export function knownValues({ found, events, causes, say }: Known): (name: string) => Option[] | null {
  return (name) => {
    if (name === 'cause')
      return causes
        .filter(({ current }) => current)
        .map(({ code, label }) => ({ value: code, label: say(label) }));
    if (name === 'clock') return found.clocks.map(({ key, label }) => ({ value: key, label: say(label) }));
    const named = new Set<string>();
    for (const source of [found.form, ...events.map(({ record }) => record)])
      collect(source, wordsFor(name), named);
    return named.size === 0 ? null : [...named].sort().map((value) => ({ value, label: value }));
  };
}

/** Fields that choose among things which the case calls otherwise. */
const OTHER_NAMES: Readonly<Record<string, string>> = { feasible: 'datasets' };

function wordsFor(name: string): readonly string[] {
  const plural = OTHER_NAMES[name] ?? name;
  return [plural, plural.replace(/s$/, '')];
}

/** Codes that stand under one of the names, anywhere. Free text is none: a code has no spaces. */
function collect(value: unknown, names: readonly string[], into: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, names, into);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inside] of Object.entries(value)) {
    if (names.includes(name)) for (const code of codesIn(inside)) into.add(code);
    collect(inside, names, into);
  }
}

function codesIn(value: unknown): string[] {
  return [value]
    .flat()
    .filter((code): code is string => typeof code === 'string' && /^\S{1,120}$/.test(code));
}
