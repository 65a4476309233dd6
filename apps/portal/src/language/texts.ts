import type { Text } from '../api/client';
import { en } from './en';
import { sv } from './sv';

/** The languages of the interface. */
export const LANGUAGES = ['sv', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The same texts in another language: the same names, every one of them. */
export type Translated<Texts> = {
  readonly [Name in keyof Texts]: Texts[Name] extends string ? string : Translated<Texts[Name]>;
};

export type Catalogue = Translated<typeof en>;

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { sv, en };

/** What a workflow or the API says, in one language. */
export function textIn(language: Language, text: Text): string {
  return text[language];
}

/** A text with its places filled: `fill('{n} days', { n: 3 })`. A place that nobody fills stays, and is seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The person's own choice, else the first language of the browser that there is, else Swedish. */
export function languageOf(chosen: string | null, preferred: readonly string[]): Language {
  const wanted = [chosen ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-')[0]);
  return LANGUAGES.find((language) => language === wanted.find((tag) => isLanguage(tag))) ?? 'sv';
}

function isLanguage(tag: string | undefined): boolean {
  return LANGUAGES.some((language) => language === tag);
}
