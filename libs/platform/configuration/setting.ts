import { type KeyObject, createPrivateKey, createPublicKey } from 'node:crypto';
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

/** Several of them. */
export function asKeys(text: string): Buffer[] {
  return text.split(',').map((one) => asKey(one.trim()));
}

const PEM = /-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----/g;
const CURVE = 'ed25519';

/** A private Ed25519 key as PEM, in the variable itself or in the file that it names. Not repeated in the message. */
export function asSigningKey(text: string): KeyObject {
  const [block = ''] = pemBlocks(text);
  return ed25519(
    () => createPrivateKey(block),
    `a private key, as \`openssl genpkey -algorithm ${CURVE}\` prints`,
  );
}

/** One or more public Ed25519 keys as PEM, one after the other. */
export function asPublicKeys(text: string): KeyObject[] {
  return pemBlocks(text).map((block) =>
    ed25519(
      () => createPublicKey(block),
      'public keys, as `openssl pkey -pubout` and `ledtid checkpoint` print them',
    ),
  );
}

function pemBlocks(text: string): string[] {
  const inline = text.startsWith('-----BEGIN');
  if (!inline && !existsSync(text)) throw new Unfit('names a file that is not there, and is no PEM itself');
  const blocks = (inline ? text : readFileSync(text, 'utf8')).match(PEM);
  if (blocks === null) throw new Unfit('holds no key as PEM');
  return blocks;
}

function ed25519(read: () => KeyObject, what: string): KeyObject {
  try {
    const key = read();
    if (key.asymmetricKeyType === CURVE) return key;
  } catch (error) {
    // What OpenSSL says of a key that it cannot read helps nobody.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
  throw new Unfit(`must hold ${what}, in PEM and of type ${CURVE}`);
}
