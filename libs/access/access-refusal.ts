/** Why somebody is not let in: an expected answer, so a value and never thrown. */
export interface AccessRefusal {
  readonly code: AccessRefusalCode;
  readonly reason: string;
  readonly remedy: string;
  /** Which values would do. */
  readonly details?: readonly string[];
}

export type AccessRefusalCode = keyof typeof TEXTS;

const SIGN_IN = 'Sign in again and send the new token.';
const ASK_ISSUER = 'Ask whoever runs the sign-in service for a token meant for this one.';

/** Reason and remedy of each code. Nothing of the token itself: a refusal may end in a log. */
const TEXTS = {
  'token-missing': [
    'The request carries neither token nor session.',
    'Send `Authorization: Bearer TOKEN`, or sign in by `GET /api/v1/sign-in`.',
  ],
  'token-malformed': ['The token is not a signed JSON Web Token.', SIGN_IN],
  'token-expired': ['The token has expired.', SIGN_IN],
  'token-not-yet-valid': ['The token is not valid yet.', 'Check the clocks of this service and the issuer.'],
  'token-wrong-issuer': ['The token comes from an issuer that is not configured here.', ASK_ISSUER],
  'token-wrong-audience': ['The token is meant for another service.', ASK_ISSUER],
  'token-bad-algorithm': [
    'The token is signed by an algorithm that its issuer may not use here.',
    ASK_ISSUER,
  ],
  'token-wrong-type': ['The token is no access token.', ASK_ISSUER],
  'token-weak-key': [
    'The key that signed the token is too short.',
    'Ask whoever runs the sign-in service for RSA keys of at least 3072 bits, or for ES256.',
  ],
  'token-unknown-key': ['The token is signed by a key that its issuer does not publish.', SIGN_IN],
  'token-bad-signature': ['The signature of the token does not fit.', SIGN_IN],
  'token-incomplete': [
    'The token lacks its subject or its expiry, or has them in a wrong shape.',
    ASK_ISSUER,
  ],
  'token-reserved-subject': [
    'The subject of the token begins with `system:`, which is kept for automatic steps.',
    'Give the person another subject, or configure a subject prefix for the issuer.',
  ],
  'token-subject-is-number': [
    'The subject of the token is a person’s number, which the ledgers must not hold.',
    'Configure another claim as `subject` of the issuer: one that names the person by no number.',
  ],
  'token-no-role': [
    'The token gives no role that is known here.',
    'Ask an administrator for a role, or map the claim of the issuer to one.',
  ],
  'session-unknown': ['The session is not known here.', 'Sign in.'],
  'session-revoked': ['The session was signed out.', 'Sign in again.'],
  'session-idle': ['The session was not used for too long.', 'Sign in again.'],
  'session-expired': ['The session has lasted as long as a session may.', 'Sign in again.'],
  'session-missing': [
    'The request comes without a session that could be signed out.',
    'Send the cookie of the session; a token ends by itself.',
  ],
  'cross-site-request': [
    'A request with a session that changes something must come from a page of our own.',
    'Send it from a page of the same origin, with the header `x-csrf-protection: 1`.',
  ],
  'sign-in-again': [
    'You signed in too long ago for this.',
    'Sign in once more by `GET /api/v1/sign-in?fresh=true`, then do it.',
  ],
  'sign-in-issuer-unknown': [
    'There is no such sign-in service, or several and none was named.',
    'Name one of those listed as `issuer`.',
  ],
  'sign-in-return-refused': [
    'The way back after sign-in is not a path of this service.',
    'Give `returnTo` as a path that begins with one slash.',
  ],
  'sign-in-not-begun': [
    'This browser has begun no such sign-in, or it was used already.',
    'Begin again by `GET /api/v1/sign-in`.',
  ],
  'sign-in-expired': ['The sign-in took too long.', 'Begin again by `GET /api/v1/sign-in`.'],
  'sign-in-forged-state': [
    'The answer does not belong to the sign-in that this browser began.',
    'Begin again by `GET /api/v1/sign-in`; if you did not begin any, somebody tried to sign you in.',
  ],
  'sign-in-refused': [
    'The sign-in service did not confirm who you are.',
    'Begin again by `GET /api/v1/sign-in`.',
  ],
  'logout-token-refused': [
    'This is no logout token of that sign-in service for this one, or it came before.',
    'Send a new one, as OpenID Connect Back-Channel Logout 1.0 has it.',
  ],
  'session-not-yours': [
    'You have no such session.',
    'Choose one of those that `GET /api/v1/sessions` lists; it may have ended.',
  ],
  'issuer-unavailable': [
    'The keys of the issuer could not be fetched.',
    'Try again; the sign-in service is not answering.',
  ],
  'role-missing': [
    'None of your roles may do this.',
    'Ask somebody who holds the role, or an administrator for it.',
  ],
  'purpose-unknown': [
    'There is no such purpose of access.',
    'Send one that the documentation of the API lists in `Access-Purpose`, or leave the header out.',
  ],
  'assurance-too-low': [
    'The way in which you signed in is not sure enough for this.',
    'Sign in by a stronger e-identification, at least at the level that is named.',
  ],
  'holder-unknown': [
    'There is no such data holder whose report you may read.',
    'Ask for an organisation of your own, or leave the holder out.',
  ],
  'route-without-rule': [
    'This route declares nobody who may use it.',
    'Report it: every route declares its rule.',
  ],
} as const satisfies Record<string, readonly [reason: string, remedy: string]>;

export function refusal(code: AccessRefusalCode, details?: readonly string[]): AccessRefusal {
  const [reason, remedy] = TEXTS[code];
  return { code, reason, remedy, ...(details && { details }) };
}
