import type { Provider } from '@nestjs/common';
import {
  AssuranceRules,
  BackChannelLogout,
  DEFAULT_SESSION_LIMITS,
  type IssuerConfiguration,
  type SessionLimits,
  Sessions,
  SignIn,
  SignInAttempts,
  TokenVerifier,
} from '@ledtid/access';
import { CASE_CONFIGURATION, type Configuration } from '@ledtid/cases';
import { ID_GENERATOR, POOL, TIME_SOURCE } from '@ledtid/platform';
import type { IdGenerator, TimeSource } from '@ledtid/time';
import type { Pool } from 'pg';
import { Entrance } from '../entry/entrance';
import { PUBLIC_URL, type PublicUrl } from '../entry/public-url';
import { callbackPath } from './sign-in.controller';

export interface SignInOptions {
  /** Whose tokens are believed. */
  readonly issuers: readonly IssuerConfiguration[];
  /** Where browsers find this service, without a slash at its end. Default `http://localhost:3000`. */
  readonly publicUrl?: PublicUrl;
  readonly sessionLimits?: SessionLimits;
  /** How old a sign-in may be for a decision or for ending other sessions, in seconds. Default 900. */
  readonly decisionSeconds?: number;
  /** The dated levels of assurance as JSON has them; null or left out: those that come with the product. */
  readonly assurance?: unknown;
}

/** Injection token of how old a sign-in may be for a decision, in seconds. */
export const DECISION_SECONDS = Symbol('DECISION_SECONDS');

const A_QUARTER = 900;

/** Everything that finds out who is asking. */
export function signInProviders(options: SignInOptions): Provider[] {
  const { issuers, publicUrl = () => 'http://localhost:3000', decisionSeconds = A_QUARTER } = options;
  const limits = options.sessionLimits ?? DEFAULT_SESSION_LIMITS;
  return [
    Entrance,
    { provide: PUBLIC_URL, useValue: publicUrl },
    { provide: DECISION_SECONDS, useValue: decisionSeconds },
    {
      provide: AssuranceRules,
      inject: [CASE_CONFIGURATION],
      useFactory: ({ registry }: Configuration) =>
        new AssuranceRules(options.assurance ?? null, registry.all()),
    },
    {
      provide: TokenVerifier,
      inject: [TIME_SOURCE],
      useFactory: (time: TimeSource) => new TokenVerifier({ issuers, time }),
    },
    {
      provide: Sessions,
      inject: [POOL, TIME_SOURCE, ID_GENERATOR],
      useFactory: (pool: Pool, time: TimeSource, ids: IdGenerator) =>
        new Sessions({ pool, time, ids, limits }),
    },
    {
      provide: BackChannelLogout,
      inject: [POOL, TIME_SOURCE, TokenVerifier, Sessions],
      useFactory: (pool: Pool, time: TimeSource, verifier: TokenVerifier, sessions: Sessions) =>
        new BackChannelLogout({ issuers, verifier, sessions, pool, time }),
    },
    {
      provide: SignIn,
      inject: [POOL, TIME_SOURCE, TokenVerifier, Sessions],
      useFactory: (pool: Pool, time: TimeSource, verifier: TokenVerifier, sessions: Sessions) =>
        new SignIn({
          ...{ issuers, verifier, sessions, publicUrl, callbackPath },
          ...{ attempts: new SignInAttempts(pool, time), freshSeconds: decisionSeconds },
        }),
    },
  ];
}
