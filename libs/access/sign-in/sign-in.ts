import { type Instant, toInstant } from '@ledtid/time';
import type { JWTPayload } from 'jose';
import { type AccessRefusal, refusal } from '../access-refusal';
import { identityFromClaims } from '../claims-to-identity';
import type { Identity } from '../identity';
import type { IssuerConfiguration, SignInConfiguration } from '../issuer-configuration';
import { derivedFrom, isSame, newSecret } from '../sessions/secrets';
import type { AtIssuer, Sessions } from '../sessions/sessions';
import type { SignInAttempt, SignInAttempts } from '../sessions/sign-in-attempts';
import { type TokenVerifier, isRefusal } from '../token-verifier';
import { PortalClient } from './portal-client';
import { returnPathOf } from './return-path';

export interface SignInParts {
  readonly issuers: readonly IssuerConfiguration[];
  readonly verifier: TokenVerifier;
  readonly attempts: SignInAttempts;
  readonly sessions: Sessions;
  /** Where browsers find this service, without a slash at its end. A function: a port may be known late. */
  readonly publicUrl: () => string;
  /** Below `publicUrl`, for one issuer. */
  readonly callbackPath: (name: string) => string;
  /** How old a sign-in may be where a fresh one is asked for. */
  readonly freshSeconds: number;
}

export interface Began {
  readonly location: string;
  /** For the browser's cookie; binds state and nonce to this browser. */
  readonly secret: string;
}

export interface SignedIn {
  /** For the session's cookie. */
  readonly secret: string;
  readonly identity: Identity;
  readonly returnTo: string;
}

type Door = IssuerConfiguration & { readonly signIn: SignInConfiguration };

/** Signs people in by the configured issuers, side by side. */
export class SignIn {
  private readonly clients: ReadonlyMap<string, PortalClient>;

  /** Throws `AccessError` (`client-secret-missing`). */
  constructor(private readonly parts: SignInParts) {
    const doors = parts.issuers.filter((issuer): issuer is Door => issuer.signIn !== undefined);
    this.clients = new Map(doors.map((door) => [door.signIn.name, new PortalClient(door)]));
  }

  /** `issuer` may be left out where there is but one. */
  async begin(asked: {
    issuer?: string;
    returnTo?: string;
    fresh?: boolean;
  }): Promise<Began | AccessRefusal> {
    const names = [...this.clients.keys()];
    const issuer = asked.issuer ?? (names.length === 1 ? names[0] : undefined) ?? '';
    const client = this.clients.get(issuer);
    if (client === undefined) return refusal('sign-in-issuer-unknown', names);
    const returnTo = returnPathOf(asked.returnTo ?? '/', this.parts.publicUrl());
    if (returnTo === null) return refusal('sign-in-return-refused');
    const secret = newSecret();
    const attempt = { issuer, returnTo, fresh: asked.fresh ?? false };
    await this.parts.attempts.begin(secret, attempt);
    const redirectUri = this.callbackUrl(issuer);
    const location = await client.authorizationUrl({ redirectUri, secret, maxAge: this.maxAge(attempt) });
    return { location: location.href, secret };
  }

  /**
   * The browser is back from its issuer. `name` stands in the path, so that each issuer has an address of its own and
   * the answer of one cannot be passed off as another's (RFC 9700, 4.4). `query` is what came with it, `secret` what
   * the cookie of `begin` holds, `replaced` the session that the browser had before, which ends.
   */
  async complete(answer: {
    name: string;
    query: URLSearchParams;
    secret: string | undefined;
    replaced: string | undefined;
  }): Promise<SignedIn | AccessRefusal> {
    const { name, query, secret, replaced } = answer;
    if (secret === undefined) return refusal('sign-in-not-begun');
    // Before the attempt is taken: a forged answer must not use up the sign-in that is under way.
    const state = query.get('state') ?? '';
    if (!isSame(state, derivedFrom(secret, 'state'))) return refusal('sign-in-forged-state');
    const attempt = await this.parts.attempts.take(secret);
    if (isRefusal(attempt)) return attempt;
    if (attempt.issuer !== name) return refusal('sign-in-forged-state');
    const opened = await this.open(attempt, query, { secret, replaced });
    if (isRefusal(opened)) return opened;
    return { ...opened, returnTo: attempt.returnTo };
  }

  private async open(
    attempt: SignInAttempt,
    query: URLSearchParams,
    { secret, replaced }: { secret: string; replaced: string | undefined },
  ): Promise<Omit<SignedIn, 'returnTo'> | AccessRefusal> {
    const client = this.clients.get(attempt.issuer);
    if (client === undefined) return refusal('sign-in-issuer-unknown');
    const answer = new URL(`${this.callbackUrl(attempt.issuer)}?${query}`);
    const token = await client.exchange(answer, { secret, maxAge: this.maxAge(attempt) });
    if (typeof token !== 'string') return token;
    const claims = await this.parts.verifier.verifyIdToken(token, client.issuer);
    if (isRefusal(claims)) return claims;
    const identity = identityFromClaims(claims, client.issuer);
    if (isRefusal(identity)) return identity;
    const { sessions } = this.parts;
    if (replaced !== undefined) await sessions.revoke(replaced);
    return { identity, secret: await sessions.open(identity, authenticatedAt(claims), atIssuer(claims)) };
  }

  private maxAge({ fresh }: SignInAttempt): number | null {
    return fresh ? this.parts.freshSeconds : null;
  }

  private callbackUrl(name: string): string {
    return `${this.parts.publicUrl()}${this.parts.callbackPath(name)}`;
  }
}

function atIssuer({ sub, sid }: JWTPayload): AtIssuer {
  return { subject: sub ?? null, session: typeof sid === 'string' ? sid : null };
}

function authenticatedAt({ auth_time: seconds }: JWTPayload): Instant | null {
  return typeof seconds === 'number' && Number.isFinite(seconds) ? toInstant(seconds * 1000) : null;
}
