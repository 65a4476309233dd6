import { existsSync, readFileSync } from 'node:fs';

/** What is wrong with a value, as the end of a sentence that begins with the setting's name. */
export class Unfit extends Error {}

/** One environment variable: what it is called, what it is for, what it is when unset, how its text is read. */
export interface Setting<T> {
  variable: string;
  purpose: string;
  /** Shown in the documentation: the default as people would write it. */
  otherwise: string;
  /** Of the text, or of `undefined` where the variable is unset or empty. Throws `Unfit`. */
  read(text: string | undefined): T;
}

type Described = Pick<Setting<unknown>, 'variable' | 'purpose'>;

/** A setting without which the product has a way of its own, described by `otherwise`. */
export function optional<T>(
  about: Described,
  otherwise: string,
  read: (text: string) => T,
): Setting<T | null> {
  return { ...about, otherwise, read: (text) => (text === undefined ? null : read(text)) };
}

export function withDefault<T>(about: Described, fallback: string, read: (text: string) => T): Setting<T> {
  return { ...about, otherwise: `\`${fallback}\``, read: (text) => read(text ?? fallback) };
}

export function asText(text: string): string {
  return text;
}

/** `schemes` without colon. The value itself is never repeated: it may hold a password. */
export function asUrl(...schemes: string[]): (text: string) => string {
  return (text) => {
    if (!URL.canParse(text)) throw new Unfit('is no URL');
    const scheme = new URL(text).protocol.slice(0, -1);
    if (schemes.includes(scheme)) return text;
    throw new Unfit(`begins with ${scheme}: and must begin with ${schemes.join(': or ')}:`);
  };
}

export function asNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new Unfit(`is "${text}" and must be a whole number from ${least} to ${most}`);
  };
}

export function oneOf<T extends string>(...values: T[]): (text: string) => T {
  return (text) => {
    const found = values.find((value) => value === text);
    if (found !== undefined) return found;
    throw new Unfit(`is "${text}" and must be one of ${values.join(', ')}`);
  };
}

/** JSON text, written into the variable itself (it begins with `[` or `{`) or in the file that it names. */
export function asJsonText(text: string): string {
  const inline = /^\s*[[{]/.test(text);
  if (!inline && !existsSync(text)) throw new Unfit(`names the file ${text}, which is not there`);
  const json = inline ? text : readFileSync(text, 'utf8');
  try {
    JSON.parse(json);
    return json;
  } catch (error) {
    throw new Unfit(`is no JSON${inline ? '' : ` (file ${text})`}: ${(error as Error).message}`);
  }
}

/** The same, parsed. */
export function asJson(text: string): unknown {
  return JSON.parse(asJsonText(text)) as unknown;
}

const KEY_BYTES = 32;

/** A secret key in base64. Not repeated in the message. */
export function asKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === KEY_BYTES && /^[A-Za-z0-9+/]+=*$/.test(text)) return key;
  throw new Unfit(`must be ${KEY_BYTES} bytes in base64, as \`openssl rand -base64 ${KEY_BYTES}\` prints`);
}
