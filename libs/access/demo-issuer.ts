import type { IdGenerator, TimeSource } from '@ledtid/time';
import type { Role } from '@ledtid/workflow';
import { importJWK, type JWK, SignJWT } from 'jose';
import { AccessError } from './access-error';
import { DEMO_ALGORITHM, openDemoKey } from './demo-key';
import { type DemoPerson, findDemoPerson } from './demo-people';
import { type RequestListener, demoProvider } from './demo-provider/demo-provider';
import type { IssuerConfiguration, SignInConfiguration } from './issuer-configuration';

export interface DemoIssuerOptions {
  /** Where the key pair is kept: `.ledtid`. */
  readonly directory: string;
  readonly time: TimeSource;
  readonly ids: IdGenerator;
}

/** `aud` of the demonstration's tokens. */
const DEMO_AUDIENCE = 'ledtid';
/** OpenID Connect asks for a web address. This one is nobody's (RFC 2606): it names, and leads nowhere. */
const DEMO_ISSUER = 'https://demo-issuer.ledtid.invalid';
const DEMO_CLIENT = 'ledtid-portal';
const SIGN_IN_NAME = 'demo';

/** Where the sign-in page of the demonstration is, on the server's own port. */
export const DEMO_SIGN_IN_PATH = '/demo-sign-in';

const LIFETIME_SECONDS = 8 * 60 * 60;

/** Signs in the people of the demonstration without asking who they are. For the embedded default alone. */
export class DemoIssuer {
  private constructor(
    private readonly key: JWK,
    private readonly options: DemoIssuerOptions,
  ) {
    refuseInProduction();
  }

  /** Throws `AccessError` (`demo-issuer-in-production`) where NODE_ENV is `production`. */
  static async open(options: DemoIssuerOptions): Promise<DemoIssuer> {
    // Before the key as well: a production machine shall not even hold one.
    refuseInProduction();
    return new DemoIssuer(await openDemoKey(options.directory, options.ids.next()), options);
  }

  /**
   * What a `TokenVerifier` needs to believe this issuer. Holds the public half only. With the address of a server that
   * mounts `provider()`, people sign in there as well.
   */
  configuration(publicUrl?: string): IssuerConfiguration {
    const { kty, crv, x, y, kid, alg, use } = this.key;
    const shared = { kty, crv, x, y, kid, alg, use } as JWK;
    return {
      issuer: DEMO_ISSUER,
      audience: DEMO_AUDIENCE,
      keys: { jwks: { keys: [shared] } },
      algorithms: [DEMO_ALGORITHM],
      assurance: { always: 'substantial' },
      ...(publicUrl === undefined ? {} : { signIn: signInAt(publicUrl) }),
    };
  }

  /** The provider by which people sign in, to be mounted at `DEMO_SIGN_IN_PATH` of the server. */
  provider(redirectUriOf: (name: string) => string): Promise<RequestListener> {
    refuseInProduction();
    return demoProvider({
      ...{ issuer: DEMO_ISSUER, key: this.key, clientId: DEMO_CLIENT, path: DEMO_SIGN_IN_PATH },
      redirectUri: redirectUriOf(SIGN_IN_NAME),
    });
  }

  /** A token of eight hours. Throws `AccessError` (`demo-person-unknown`) when nobody of that name holds the role. */
  async issueToken(asked: { role: Role; name?: string }): Promise<string> {
    const person = findDemoPerson(asked.role, asked.name);
    if (person === null) throw unknownPerson(asked);
    return this.sign(person);
  }

  private async sign({ subject, name, roles, organisations }: DemoPerson): Promise<string> {
    const issuedAt = Math.floor(Date.parse(this.options.time.now()) / 1000);
    return new SignJWT({ name, roles: [...roles], organisations: [...organisations] })
      .setProtectedHeader({ alg: DEMO_ALGORITHM, kid: this.key.kid ?? '', typ: 'JWT' })
      .setIssuer(DEMO_ISSUER)
      .setAudience(DEMO_AUDIENCE)
      .setSubject(subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFETIME_SECONDS)
      .setJti(this.options.ids.next())
      .sign(await importJWK(this.key, DEMO_ALGORITHM));
  }
}

function signInAt(publicUrl: string): SignInConfiguration {
  const place = `${publicUrl}${DEMO_SIGN_IN_PATH}`;
  return {
    ...{ name: SIGN_IN_NAME, clientId: DEMO_CLIENT },
    ...{ authorizationEndpoint: `${place}/auth`, tokenEndpoint: `${place}/token` },
  };
}

/** Read from the environment itself, so that no configuration can talk it over. */
function refuseInProduction(): void {
  if (process.env.NODE_ENV !== 'production') return;
  throw new AccessError(
    'demo-issuer-in-production',
    'The demo issuer signs in anybody as anybody, and NODE_ENV is production.',
    'Configure the issuers of your sign-in service instead.',
  );
}

function unknownPerson({ role, name }: { role: Role; name?: string }): AccessError {
  return new AccessError(
    'demo-person-unknown',
    `Nobody${name === undefined ? '' : ` called ${name}`} holds the role ${role} in the demonstration.`,
    'The people are listed when `ledtid start` is ready, and in docs/access.md.',
  );
}
