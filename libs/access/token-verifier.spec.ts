import { type KeyObject, constants, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { TurnedTime } from '@ledtid/time';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import type { IssuerConfiguration } from './issuer-configuration';
import { issuersFromJson } from './issuers-from-json';
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

describe('the type of a token', () => {
  const typed = (typ: string | undefined) =>
    new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'ES256', kid: 'first', ...(typ !== undefined && { typ }) })
      .sign(key.privateKey);

  it.each(['at+jwt', 'application/at+jwt', 'JWT', undefined])('may be %s', async (typ) => {
    expect(await verifier().verify(await typed(typ))).toHaveProperty('subject', 'eva');
  });

  it.each(['logout+jwt', 'id+jwt', 'dpop+jwt', 'secevent+jwt', ''])('is refused: %s', async (typ) => {
    expect(await verifier().verify(await typed(typ))).toMatchObject({ code: 'token-wrong-type' });
  });

  it('is the very one that is configured for its issuer, and no other', async () => {
    const strict = verifier({ issuers: [{ ...issuer, tokenType: 'at+jwt' }] });
    expect(await strict.verify(await typed('application/AT+JWT'))).toHaveProperty('subject', 'eva');
    for (const typ of ['JWT', undefined]) {
      expect(await strict.verify(await typed(typ))).toMatchObject({ code: 'token-wrong-type' });
    }
  });
});

describe('an RSA key of an issuer', () => {
  async function signedBy(modulusLength: number, rsaBits?: number) {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'rsa', alg: 'PS256' } as JWK;
    const token = signBy(privateKey, CLAIMS);
    const keys = { jwks: { keys: [jwk] } };
    return verifier({ issuers: [{ ...issuer, keys, ...(rsaBits && { rsaBits }) }] }).verify(token);
  }

  /** By hand: the library signs with no key that is too short. */
  function signBy(privateKey: KeyObject, claims: JWTPayload): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'PS256', kid: 'rsa' })}.${part(claims)}`;
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    const signature = signBytes('sha256', Buffer.from(signed), { key: privateKey, padding, saltLength: 32 });
    return `${signed}.${signature.toString('base64url')}`;
  }

  it('has 3072 bits', async () => {
    expect(await signedBy(3072)).toHaveProperty('subject', 'eva');
    expect(await signedBy(2048)).toMatchObject({ code: 'token-weak-key' });
  });

  it('may have 2048 where the configuration says so, and never fewer', async () => {
    expect(await signedBy(2048, 2048)).toHaveProperty('subject', 'eva');
    expect(await signedBy(1024, 2048)).toMatchObject({ code: 'token-weak-key' });
    expect(() => issuersFromJson(JSON.stringify([{ ...issuer, rsaBits: 1024 }]))).toThrow(/rsaBits/);
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
