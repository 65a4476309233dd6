import { type TimeSource, toInstant } from '@ledtid/time';
import type { JWTPayload } from 'jose';
import type { Pool } from 'pg';
import { type AccessRefusal, refusal } from '../access-refusal';
import type { IssuerConfiguration } from '../issuer-configuration';
import type { Sessions } from '../sessions/sessions';
import { LOGOUT_TOKEN_SECONDS, type TokenVerifier, isRefusal } from '../token-verifier';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Longer than any issuer makes one. */
const LONGEST = 500;

export interface BackChannelLogoutParts {
  readonly issuers: readonly IssuerConfiguration[];
  readonly verifier: TokenVerifier;
  readonly sessions: Sessions;
  readonly pool: Pool;
  readonly time: TimeSource;
}

interface LogoutClaims {
  readonly jti: string;
  readonly subject: string | null;
  readonly session: string | null;
}

/** Ends sessions here that an issuer has ended at its own (OpenID Connect Back-Channel Logout 1.0). */
export class BackChannelLogout {
  constructor(private readonly parts: BackChannelLogoutParts) {}

  /** `name` of the issuer's sign-in. Yields whose sessions ended: it is no fault when there was none. */
  async end(name: string, token: string): Promise<readonly string[] | AccessRefusal> {
    const issuer = this.parts.issuers.find(({ signIn }) => signIn?.name === name);
    if (issuer === undefined) return refusal('sign-in-issuer-unknown');
    const claims = await this.parts.verifier.verifyLogoutToken(token, issuer);
    if (isRefusal(claims)) {
      return claims.code === 'issuer-unavailable' ? claims : refusal('logout-token-refused', [claims.code]);
    }
    const said = logoutOf(claims);
    if (said === null) return refusal('logout-token-refused');
    if (!(await this.isFirst(issuer.issuer, said))) return refusal('logout-token-refused');
    return this.parts.sessions.revokeAtIssuer(issuer.issuer, said);
  }

  /** Of the same token sent twice, also at once, one is the first. */
  private async isFirst(issuer: string, { jti }: LogoutClaims): Promise<boolean> {
    // Twice its age: clocks may be apart.
    const endsAt = toInstant(Date.parse(this.parts.time.now()) + 2 * LOGOUT_TOKEN_SECONDS * 1000);
    const { rowCount } = await this.parts.pool.query(
      'INSERT INTO logout_token VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [issuer, jti, endsAt],
    );
    return rowCount === 1;
  }
}

/** What a verified token says was ended (section 2.4); null: it is no logout token. An ID token, with its nonce, is none. */
function logoutOf({ jti, sub, sid, events, ...others }: JWTPayload): LogoutClaims | null {
  const isLogout = typeof events === 'object' && events !== null && isRecord((events as never)[EVENT]);
  if (!isLogout || 'nonce' in others || !isName(jti)) return null;
  const [subject, session] = [isName(sub) ? sub : null, isName(sid) ? sid : null];
  return subject === null && session === null ? null : { jti, subject, session };
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST;
}
