import { TurnedTime } from '@ledtid/time';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import type { IssuerConfiguration } from './issuer-configuration';
import { TokenVerifier, type TokenVerifierOptions } from './token-verifier';

const NOW = '2026-11-22T09:00:00.000Z';
const ISSUER = 'https://sign-in.example.se';
const seconds = (moment: string) => Date.parse(moment) / 1000;
const after = (count: number) => seconds(NOW) + count;

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

let key: KeyPair;
let stranger: KeyPair;
let issuer: IssuerConfiguration;

const CLAIMS = { iss: ISSUER, aud: 'ledtid', sub: 'eva', exp: after(600), roles: ['legal_reviewer'] };

function sign(claims: JWTPayload, signer: KeyPair = key, kid = 'first'): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(signer.privateKey);
}

function verifier(options: Partial<TokenVerifierOptions> = {}): TokenVerifier {
  return new TokenVerifier({ issuers: [issuer], time: new TurnedTime(NOW), ...options });
}

beforeAll(async () => {
  key = await generateKeyPair('ES256', { extractable: true });
  stranger = await generateKeyPair('ES256');
  const shared = { ...(await exportJWK(key.publicKey)), kid: 'first', alg: 'ES256' };
  issuer = { issuer: ISSUER, audience: 'ledtid', keys: { jwks: { keys: [shared] } } };
});

/** A token signed symmetrically, with the public key's text as the secret (RFC 8725, 2.1). */
async function signedByPublicKey(): Promise<string> {
  const secret = new TextEncoder().encode(await exportSPKI(key.publicKey));
  return new SignJWT(CLAIMS).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(secret);
}

async function withOtherRole(): Promise<string> {
  const [header, , signature] = (await sign(CLAIMS)).split('.');
  const forged = Buffer.from(JSON.stringify({ ...CLAIMS, roles: ['administrator'] })).toString('base64url');
  return `${header}.${forged}.${signature}`;
}

/** The claims without one of them. */
function without(claim: keyof typeof CLAIMS): JWTPayload {
  return Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => name !== claim));
}

const REFUSED: [risk: string, token: () => Promise<string> | string, code: string][] = [
  ['text that is no token', () => 'abc', 'token-malformed'],
  ['three parts that are no token', () => 'a.b.c', 'token-malformed'],
  ['an expired token', () => sign({ ...CLAIMS, exp: after(-31) }), 'token-expired'],
  ['a token for later', () => sign({ ...CLAIMS, nbf: after(31) }), 'token-not-yet-valid'],
  ['a token without end', () => sign(without('exp')), 'token-incomplete'],
  ['an end that is no number', () => sign({ ...CLAIMS, exp: 'never' as never }), 'token-incomplete'],
  ['an unknown issuer', () => sign({ ...CLAIMS, iss: 'https://other.example' }), 'token-wrong-issuer'],
  ['no issuer', () => sign(without('iss')), 'token-wrong-issuer'],
  ['another audience', () => sign({ ...CLAIMS, aud: 'another' }), 'token-wrong-audience'],
  ['no audience', () => sign(without('aud')), 'token-wrong-audience'],
  ['no signature at all', () => new UnsecuredJWT(CLAIMS).encode(), 'token-bad-algorithm'],
  ['the public key used as secret', signedByPublicKey, 'token-bad-algorithm'],
  ['an unknown key id', () => sign(CLAIMS, stranger, 'second'), 'token-unknown-key'],
  ["a stranger's key under a known id", () => sign(CLAIMS, stranger), 'token-bad-signature'],
  ['claims changed after signing', withOtherRole, 'token-bad-signature'],
  ['no subject', () => sign(without('sub')), 'token-incomplete'],
  [
    'the subject of an automatic step',
    () => sign({ ...CLAIMS, sub: 'system:timer' }),
    'token-reserved-subject',
  ],
  ['no role', () => sign(without('roles')), 'token-no-role'],
  ['a role that is none here', () => sign({ ...CLAIMS, roles: ['root'] }), 'token-no-role'],
];

describe('a bearer token', () => {
  it.each(REFUSED)('is refused: %s', async (_, token, code) => {
    expect(await verifier().verify(await token())).toMatchObject({ code });
  });

  it.each([undefined, '', 'Bearer', 'Basic abc', 'Bearer a b'])(
    'is missed in the header %p',
    async (header) => {
      expect(await verifier().verifyHeader(header)).toMatchObject({ code: 'token-missing' });
    },
  );

  it('says who is asking', async () => {
    const token = await sign({ ...CLAIMS, name: 'Eva Berg', organisations: ['body'] });
    expect(await verifier().verifyHeader(`Bearer ${token}`)).toEqual({
      subject: 'eva',
      name: 'Eva Berg',
      roles: ['legal_reviewer'],
      organisations: ['body'],
      issuer: ISSUER,
    });
  });

  it('may be off by the clock skew and no more', async () => {
    expect(await verifier().verify(await sign({ ...CLAIMS, exp: after(-29) }))).toHaveProperty('subject');
    expect(await verifier().verify(await sign({ ...CLAIMS, nbf: after(30) }))).toHaveProperty('subject');
  });

  it('is refused from an issuer whose keys do not answer, without blaming the token', async () => {
    const silent: IssuerConfiguration = { ...issuer, keys: { jwksUri: 'http://127.0.0.1:1/keys' } };
    const answer = await verifier({ issuers: [silent] }).verify(await sign(CLAIMS));
    expect(answer).toMatchObject({ code: 'issuer-unavailable' });
  });
});

describe('a remembered token', () => {
  it('is refused from the moment of its expiry', async () => {
    const time = new TurnedTime(NOW);
    const remembering = verifier({ time, clockSkewSeconds: 0 });
    const token = await sign({ ...CLAIMS, exp: after(60) });
    expect(await remembering.verify(token)).toHaveProperty('subject');
    time.turnTo('2026-11-22T09:00:59.999Z');
    expect(await remembering.verify(token)).toHaveProperty('subject');
    time.turnTo('2026-11-22T09:01:00.000Z');
    expect(await remembering.verify(token)).toMatchObject({ code: 'token-expired' });
  });
});
