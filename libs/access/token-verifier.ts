import { type Instant, type TimeSource, toInstant } from '@ledtid/time';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import { type AccessRefusal, type AccessRefusalCode, refusal } from './access-refusal';
import { identityFromClaims } from './claims-to-identity';
import type { Identity } from './identity';
import { checkIssuers, DEFAULT_ALGORITHMS, type IssuerConfiguration } from './issuer-configuration';
import { KEY_TOO_SHORT, strongKeys } from './strong-keys';
import { isAccessToken } from './token-type';
import { VerifiedTokens } from './verified-tokens';

export interface TokenVerifierOptions {
  readonly issuers: readonly IssuerConfiguration[];
  readonly time: TimeSource;
  /** How far the clocks of issuer and service may be apart, in seconds. Default 30. */
  readonly clockSkewSeconds?: number;
  /** Tokens remembered as verified. Default 10,000. */
  readonly rememberedTokens?: number;
  /** Longest time that a verified token is believed without a new check, in seconds. Default 300. */
  readonly rememberSeconds?: number;
}

interface TrustedIssuer {
  readonly configuration: IssuerConfiguration;
  readonly keys: JWTVerifyGetKey;
}

/** Seconds after which a logout token is too old. */
export const LOGOUT_TOKEN_SECONDS = 600;

/** OpenID Connect Back-Channel Logout 1.0, section 2.4. Not the type in the header, which not every service writes. */
const LOGOUT: JWTVerifyOptions = {
  requiredClaims: ['exp', 'iat', 'jti', 'events'],
  maxTokenAge: LOGOUT_TOKEN_SECONDS,
};

/** Codes of `jose` that mean one thing only. */
const REFUSAL_BY_JOSE_CODE: Readonly<Record<string, AccessRefusalCode>> = {
  ERR_JWT_EXPIRED: 'token-expired',
  ERR_JOSE_ALG_NOT_ALLOWED: 'token-bad-algorithm',
  ERR_JWKS_NO_MATCHING_KEY: 'token-unknown-key',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'token-unknown-key',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'token-bad-signature',
  ERR_JWS_INVALID: 'token-malformed',
  ERR_JWT_INVALID: 'token-malformed',
  ERR_JOSE_NOT_SUPPORTED: 'token-malformed',
  [KEY_TOO_SHORT]: 'token-weak-key',
};

/** Turns a bearer token into who is asking, or into the reason why not (RFC 6750, RFC 7519, RFC 8725). */
export class TokenVerifier {
  private readonly issuers: ReadonlyMap<string, TrustedIssuer>;
  private readonly verified: VerifiedTokens;

  /** Throws `AccessError` on issuers that must not be believed as configured. */
  constructor(private readonly options: TokenVerifierOptions) {
    checkIssuers(options.issuers);
    this.issuers = new Map(
      options.issuers.map((configuration) => [
        configuration.issuer,
        { configuration, keys: strongKeys(keysOf(configuration), configuration) },
      ]),
    );
    this.verified = new VerifiedTokens(options.rememberedTokens ?? 10_000);
  }

  /** `header` is the value of `Authorization`. */
  async verifyHeader(header: string | undefined): Promise<Identity | AccessRefusal> {
    const [, token] = /^Bearer +(\S+)$/i.exec(header?.trim() ?? '') ?? [];
    return token === undefined ? refusal('token-missing') : this.verify(token);
  }

  async verify(token: string): Promise<Identity | AccessRefusal> {
    const now = this.options.time.now();
    const known = this.verified.find(token, now);
    if (known !== null) return known;
    const issuer = this.issuerOf(token);
    if ('code' in issuer) return issuer;
    const claims = await this.check(token, issuer, issuer.configuration.audience, now);
    if (isRefusal(claims)) return claims;
    const { typ } = decodeProtectedHeader(token);
    if (!isAccessToken(typ, issuer.configuration)) return refusal('token-wrong-type');
    const identity = identityFromClaims(claims, issuer.configuration);
    if (!isRefusal(identity)) this.verified.remember(token, identity, this.believedUntil(claims, now));
    return identity;
  }

  /** The claims of an ID token that this very issuer gave to the client of the portal (OpenID Connect Core, 3.1.3.7). */
  async verifyIdToken(
    token: string,
    { issuer: name, signIn }: IssuerConfiguration,
  ): Promise<JWTPayload | AccessRefusal> {
    const issuer = this.issuers.get(name);
    if (issuer === undefined || signIn === undefined) return refusal('token-wrong-issuer');
    return this.check(token, issuer, signIn.clientId, this.options.time.now());
  }

  /** The claims of a logout token of this issuer for the client of the portal; whether it says so is the caller's to ask. */
  async verifyLogoutToken(
    token: string,
    { issuer: name, signIn }: IssuerConfiguration,
  ): Promise<JWTPayload | AccessRefusal> {
    const issuer = this.issuers.get(name);
    if (issuer === undefined || signIn === undefined) return refusal('token-wrong-issuer');
    return this.check(token, issuer, signIn.clientId, this.options.time.now(), LOGOUT);
  }

  private async check(
    token: string,
    { keys, configuration }: TrustedIssuer,
    audience: string,
    now: Instant,
    demands: JWTVerifyOptions = { requiredClaims: ['exp'] },
  ): Promise<JWTPayload | AccessRefusal> {
    try {
      const all = { ...this.demandsOn(configuration, audience, now), ...demands };
      const { payload } = await jwtVerify(token, keys, all);
      // A claim of this name would make the answer look like a refusal.
      const { code: _code, ...claims } = payload;
      return claims;
    } catch (thrown) {
      return refusalOf(thrown);
    }
  }

  /** Reads `iss` unverified, only to choose whose keys to check with; `jwtVerify` then demands the same `iss`. */
  private issuerOf(token: string): TrustedIssuer | AccessRefusal {
    try {
      return this.issuers.get(decodeJwt(token).iss ?? '') ?? refusal('token-wrong-issuer');
    } catch (thrown) {
      return refusalOf(thrown);
    }
  }

  private demandsOn(configuration: IssuerConfiguration, audience: string, now: Instant) {
    return {
      issuer: configuration.issuer,
      audience,
      algorithms: [...(configuration.algorithms ?? DEFAULT_ALGORITHMS)],
      clockTolerance: this.options.clockSkewSeconds ?? 30,
      currentDate: new Date(now),
    };
  }

  /** Never past the expiry, and not for ever before it: a key that its issuer withdrew must stop working. */
  private believedUntil({ exp = 0 }: JWTPayload, now: Instant): Instant {
    const remembered = Date.parse(now) + (this.options.rememberSeconds ?? 300) * 1000;
    return toInstant(Math.min(exp * 1000, remembered));
  }
}

export function isRefusal(answer: object): answer is AccessRefusal {
  return 'code' in answer;
}

function keysOf({ keys, refetchAfterSeconds = 30 }: IssuerConfiguration): JWTVerifyGetKey {
  if ('jwks' in keys) return createLocalJWKSet(keys.jwks);
  return createRemoteJWKSet(new URL(keys.jwksUri), {
    cooldownDuration: refetchAfterSeconds * 1000,
    [customFetch]: fetchKeys,
  });
}

/** `fetch` fails with a TypeError like any slip in a program: told apart here, or a slip would look like the network. */
async function fetchKeys(address: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(address, options);
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'TimeoutError') throw cause;
    throw new errors.JOSEError(`No answer from ${address}.`, { cause });
  }
}

/** Anything that `jose` did not throw is a fault of ours, and not an answer. */
function refusalOf(thrown: unknown): AccessRefusal {
  if (thrown instanceof errors.JWTClaimValidationFailed) return refusal(claimRefusal(thrown));
  if (thrown instanceof errors.JOSEError) {
    return refusal(REFUSAL_BY_JOSE_CODE[thrown.code] ?? 'issuer-unavailable');
  }
  throw thrown;
}

function claimRefusal({ claim, reason }: errors.JWTClaimValidationFailed): AccessRefusalCode {
  if (claim === 'nbf' && reason === 'check_failed') return 'token-not-yet-valid';
  if (claim === 'aud') return 'token-wrong-audience';
  if (claim === 'iss') return 'token-wrong-issuer';
  return 'token-incomplete';
}
