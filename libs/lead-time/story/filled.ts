import type { Text } from '@ledtid/workflow';

/** A sentence with its gaps filled, `{gap}` by `gap`. A gap that nothing fills is a fault of ours. */
export function filled(sentence: string, gaps: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, gap: string) => {
    const text = gaps[gap];
    if (text === undefined) throw new Error(`Nothing fills {${gap}} in "${sentence}".`);
    return text;
  });
}

export function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** `a, b and c` */
export function listed(names: readonly string[], language: keyof Text): string {
  return new Intl.ListFormat(language).format(names);
}
