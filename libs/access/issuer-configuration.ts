import type { JSONWebKeySet } from 'jose';
import { AccessError } from './access-error';
import type { AssuranceLevel } from './assurance/level';

/** Name of a claim, taken literally (`roles`, `https://example.se/roles`), or the path into nested ones. */
export type ClaimPath = string | readonly string[];

/** Where a list of values is found, and what each value means here. Without a map a value means itself. */
export interface ClaimRule {
  readonly claim: ClaimPath;
  readonly map?: Readonly<Record<string, string | readonly string[]>>;
}

/** How surely an issuer knows whom it signed in: by a claim (default `acr`), or the same for everybody. */
export type AssuranceMapping =
  | { readonly claim?: ClaimPath; readonly map: Readonly<Record<string, AssuranceLevel>> }
  | { readonly always: AssuranceLevel };

/**
 * How people of an issuer sign in at the portal: authorisation code with PKCE. Endpoints are given and not discovered,
 * as with the keys: a process then starts while the sign-in service is down, and the browser's way to it may be
 * another than ours.
 */
export interface SignInConfiguration {
  /** Names the issuer in addresses (`?issuer=staff`): small letters, digits, hyphens. */
  readonly name: string;
  readonly clientId: string;
  /** File with the client's secret. Without one the client is public and rests on PKCE alone. */
  readonly clientSecretFile?: string;
  /** Where the browser is sent. */
  readonly authorizationEndpoint: string;
  /** Where we exchange the code. */
  readonly tokenEndpoint: string;
  /** Default `openid profile`. The ID token must come to hold the claims that `roles` and `organisations` name. */
  readonly scope?: string;
}

/** One sign-in service whose tokens are believed. */
export interface IssuerConfiguration {
  /** The exact `iss`. */
  readonly issuer: string;
  /** What `aud` must contain. */
  readonly audience: string;
  /** Keys by address (fetched again when an unknown key id appears) or given here. */
  readonly keys: { readonly jwksUri: string } | { readonly jwks: JSONWebKeySet };
  /** Says that the way to `jwksUri` and `tokenEndpoint` is safe without https: a container network on one machine. Never across hosts. */
  readonly keysByPlainHttp?: boolean;
  /** Default `ES256`, `PS256`, `RS256`. Symmetric algorithms and `none` are refused at start. */
  readonly algorithms?: readonly string[];
  /** What the header `typ` of its access tokens is, exactly: `at+jwt` where the issuer follows RFC 9068. Default: that, `JWT` or none. */
  readonly tokenType?: string;
  /** The shortest RSA key that is believed. Default 3072. 2048, the least, only while the issuer has no longer one: 112 bits of strength. */
  readonly rsaBits?: number;
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
  /** Without it nothing is known of how surely, and actions that ask for a level are refused. */
  readonly assurance?: AssuranceMapping;
  /** Without it the issuer's tokens are believed, but nobody signs in by it here. */
  readonly signIn?: SignInConfiguration;
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
    checkSignIn(issuer);
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
  if (!('jwksUri' in keys) || isProtected(keys.jwksUri, keysByPlainHttp)) return;
  throw new AccessError(
    'issuer-keys-unprotected',
    `The keys of issuer ${issuer} are at ${keys.jwksUri}, where anybody on the way could exchange them.`,
    'Configure an https address (keysByPlainHttp is for a container network on one machine).',
  );
}

function checkSignIn({ issuer, audience, signIn, keysByPlainHttp = false }: IssuerConfiguration): void {
  if (signIn === undefined) return;
  const { authorizationEndpoint, tokenEndpoint, clientId } = signIn;
  if (!isProtected(authorizationEndpoint, false) || !isProtected(tokenEndpoint, keysByPlainHttp)) {
    throw new AccessError(
      'issuer-sign-in-unprotected',
      `People of issuer ${issuer} would sign in by an address that anybody on the way could read.`,
      'Configure https addresses (keysByPlainHttp lets the token endpoint be in a container network).',
    );
  }
  // An ID token says who signed in at the portal. With one audience for both it would pass as a bearer token.
  if (clientId !== audience) return;
  throw new AccessError(
    'issuer-audience-is-client',
    `Issuer ${issuer} has one name for the audience of bearer tokens and for the client of the portal.`,
    'Register the portal as a client of its own, whose id is not the audience (RFC 8725, 3.12).',
  );
}

/** By https, or without leaving this machine, or by a way that the configuration vouches for. */
function isProtected(address: string, plainHttp: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && (local || plainHttp));
}

function checkDistinct(issuers: readonly IssuerConfiguration[]): void {
  const doors = issuers.flatMap(({ signIn }) => (signIn === undefined ? [] : [signIn.name]));
  const distinct = [
    issuers.map(({ issuer }) => issuer),
    issuers.map(({ subjectPrefix = '' }) => subjectPrefix),
    doors,
  ];
  if (distinct.every((names) => new Set(names).size === names.length)) return;
  throw new AccessError(
    'issuers-not-distinct',
    'Two issuers share their name, their subject prefix or the name of their sign-in, so that one could speak for the people of the other.',
    'Give each issuer once, each with a subjectPrefix and a signIn name of its own (one may go without prefix).',
  );
}
