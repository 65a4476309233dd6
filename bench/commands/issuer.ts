import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { IssuerConfiguration } from '@ledtid/access';
import type { Actor } from '@ledtid/cases';

const ISSUER = 'urn:ledtid:bench-issuer';
const AUDIENCE = 'ledtid';

export interface SignedIn {
  /** What the server believes. */
  readonly issuer: IssuerConfiguration;
  /** A token of its own for everybody, by subject. */
  readonly tokens: Readonly<Record<string, string>>;
}

export async function signIn(people: readonly Actor[]): Promise<SignedIn> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' };
  const tokenOf = ({ subject, roles, organisations }: Actor) =>
    new SignJWT({ roles: [...roles], organisations: [...organisations] })
      .setProtectedHeader({ alg: 'ES256', kid: 'bench', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime('8h')
      .sign(privateKey);
  const entries = people.map(async (person) => [person.subject, await tokenOf(person)] as const);
  return {
    issuer: {
      ...{ issuer: ISSUER, audience: AUDIENCE, keys: { jwks: { keys: [key] } }, algorithms: ['ES256'] },
      assurance: { always: 'substantial' },
    },
    tokens: Object.fromEntries(await Promise.all(entries)),
  };
}
