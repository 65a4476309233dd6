import type { JSONWebKeySet } from 'jose';
import { AccessError } from './access-error';

/** Name of a claim, taken literally (`roles`, `https://example.se/roles`), or the path into nested ones. */
export type ClaimPath = string | readonly string[];

/** Where a list of values is found, and what each value means here. Without a map a value means itself. */
export interface ClaimRule {
  readonly claim: ClaimPath;
  readonly map?: Readonly<Record<string, string | readonly string[]>>;
}

/** One sign-in service whose tokens are believed. */
export interface IssuerConfiguration {
  /** The exact `iss`. */
  readonly issuer: string;
  /** What `aud` must contain. */
  readonly audience: string;
  /** Keys by address (fetched again when an unknown key id appears) or given here. */
  readonly keys: { readonly jwksUri: string } | { readonly jwks: JSONWebKeySet };
  /** Says that the way to `jwksUri` is safe without https: a container network on one machine. Never across hosts. */
  readonly keysByPlainHttp?: boolean;
  /** Default `ES256`, `PS256`, `RS256`. Symmetric algorithms and `none` are refused at start. */
  readonly algorithms?: readonly string[];
  /** Set before each subject, so that two issuers' people of the same name stay two people. Default none. */
  readonly subjectPrefix?: string;
  /** Default claim `sub`. */
  readonly subject?: ClaimPath;
  /** Default claim `name`. */
  readonly name?: ClaimPath;
  /** Default claim `roles`, mapped to themselves. Values that are no role here are passed over. */
  readonly roles?: ClaimRule;
  /** Default claim `organisations`. */
  readonly organisations?: ClaimRule;
  /** Seconds before an unknown key id makes the keys be fetched again. Default 30. */
  readonly refetchAfterSeconds?: number;
}

export const DEFAULT_ALGORITHMS: readonly string[] = ['ES256', 'PS256', 'RS256'];

/** Asymmetric only: with a shared secret, or with the public key taken for one, anybody could sign. */
const ASYMMETRIC = /^((ES|PS|RS)(256|384|512)|EdDSA|Ed25519)$/;

/** Throws `AccessError` on settings that would believe too much; call it before the service answers. */
export function checkIssuers(issuers: readonly IssuerConfiguration[]): void {
  for (const issuer of issuers) {
    checkAlgorithms(issuer);
    checkKeyAddress(issuer);
  }
  checkDistinct(issuers);
}

function checkAlgorithms({ issuer, algorithms = DEFAULT_ALGORITHMS }: IssuerConfiguration): void {
  const wrong = algorithms.filter((algorithm) => !ASYMMETRIC.test(algorithm));
  if (wrong.length === 0 && algorithms.length > 0) return;
  throw new AccessError(
    'issuer-algorithm-refused',
    `Issuer ${issuer} may sign by ${wrong.join(', ') || 'nothing'}.`,
    `Configure asymmetric algorithms only, for example ${DEFAULT_ALGORITHMS.join(', ')}.`,
  );
}

function checkKeyAddress({ issuer, keys, keysByPlainHttp = false }: IssuerConfiguration): void {
  if (!('jwksUri' in keys)) return;
  const address = URL.canParse(keys.jwksUri) ? new URL(keys.jwksUri) : null;
  const local = address !== null && ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
  if (address?.protocol === 'https:' || (address?.protocol === 'http:' && (local || keysByPlainHttp))) return;
  throw new AccessError(
    'issuer-keys-unprotected',
    `The keys of issuer ${issuer} are at ${keys.jwksUri}, where anybody on the way could exchange them.`,
    'Configure an https address (keysByPlainHttp is for a container network on one machine).',
  );
}

function checkDistinct(issuers: readonly IssuerConfiguration[]): void {
  const names = new Set(issuers.map(({ issuer }) => issuer));
  const prefixes = new Set(issuers.map(({ subjectPrefix = '' }) => subjectPrefix));
  if (names.size === issuers.length && prefixes.size === issuers.length) return;
  throw new AccessError(
    'issuers-not-distinct',
    'Two issuers share their name or their subject prefix, so that one could speak for the people of the other.',
    'Give each issuer once, each with a subjectPrefix of its own (one may go without).',
  );
}
