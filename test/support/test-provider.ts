import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type IssuerConfiguration, MemoryAdapter, loadProvider } from '@ledtid/access';
import { type JWK, exportJWK, generateKeyPair } from 'jose';
import type { Provider } from 'oidc-provider';

const ALGORITHM = 'PS256';
const CLIENT = 'portal-of-ledtid';

/** Somebody as this sign-in service knows them: other claims than the demonstration's. */
export interface Account {
  readonly employeeId: string;
  readonly displayName: string;
  readonly groups: readonly string[];
  readonly organisationNumber: string;
  readonly acr: string;
}

/** A real sign-in service in this process, with claims, algorithm and keys of its own. It asks nobody for a password. */
export class TestProvider {
  /** Who is at the keyboard. */
  account: Account | null = null;
  /** Whether it says which session it has ended, and not only whose. */
  namesSessions = true;
  private provider: Provider | null = null;
  private redirectUri = '';
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  private constructor(
    readonly name: string,
    private readonly groups: Readonly<Record<string, string>>,
  ) {}

  /** `name` of the sign-in, and the prefix of its subjects. `groups`: which role each means here. */
  static async start(name: string, groups: Readonly<Record<string, string>>): Promise<TestProvider> {
    const made = new TestProvider(name, groups);
    await new Promise<void>((listening) => made.server.listen(0, '127.0.0.1', listening));
    return made;
  }

  /** Lets the portal at this address sign people in. Called again it forgets everybody and exchanges its key. */
  async trust(redirectUri: string, kid = 'first'): Promise<void> {
    this.redirectUri = redirectUri;
    this.provider = await this.made(await newKey(kid));
  }

  /** With a new key from now on. */
  async rotateTo(kid: string): Promise<void> {
    await this.trust(this.redirectUri, kid);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  configuration(): IssuerConfiguration {
    return {
      issuer: this.url,
      audience: 'https://ledtid.authority.example',
      keys: { jwksUri: `${this.url}/jwks` },
      algorithms: [ALGORITHM],
      refetchAfterSeconds: 0,
      subjectPrefix: `${this.name}:`,
      subject: 'employeeId',
      name: 'displayName',
      roles: { claim: 'groups', map: this.groups },
      organisations: { claim: 'organisationNumber', map: { '2021005208': 'health-data-access-body' } },
      assurance: { map: { loa2: 'low', loa3: 'substantial', loa4: 'high' } },
      signIn: {
        ...{ name: this.name, clientId: CLIENT },
        ...{ authorizationEndpoint: `${this.url}/auth`, tokenEndpoint: `${this.url}/token` },
      },
    };
  }

  /** Tells the portal that it has ended a session of somebody. Throws when the portal does not take it. */
  async endSession(subject: string, session: string): Promise<void> {
    const client = await this.provider?.Client.find(CLIENT);
    await (
      client as unknown as { backchannelLogout(sub: string, sid: string): Promise<void> }
    ).backchannelLogout(subject, session);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.provider;
    if (provider === null) throw new Error('Call `trust` first.');
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response);
    const { employeeId, acr } = this.known();
    return provider.interactionFinished(request, response, { login: { accountId: employeeId, acr } });
  }

  private known(): Account {
    if (this.account === null) throw new Error('Nobody is at the keyboard.');
    return this.account;
  }

  private async made(key: JWK): Promise<Provider> {
    const { Provider } = await loadProvider();
    return new Provider(this.url, {
      clients: [
        {
          ...{ client_id: CLIENT, token_endpoint_auth_method: 'none', redirect_uris: [this.redirectUri] },
          ...{ id_token_signed_response_alg: ALGORITHM, grant_types: ['authorization_code'] },
          backchannel_logout_uri: this.redirectUri.replace(/callback$/, 'back-channel-logout'),
          backchannel_logout_session_required: this.namesSessions,
        },
      ],
      jwks: { keys: [key] } as never,
      claims: {
        openid: ['sub', 'acr', 'auth_time'],
        profile: ['employeeId', 'displayName', 'groups', 'organisationNumber'],
      },
      conformIdTokenClaims: false,
      cookies: { keys: ['of-a-test'] },
      adapter: (name: string) => new MemoryAdapter(name),
      ttl: { AccessToken: 600, IdToken: 600, Interaction: 600, Session: 86_400, Grant: 86_400 },
      features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: () => ({
        accountId: this.known().employeeId,
        claims: () => ({ sub: this.known().employeeId, ...this.known() }),
      }),
      // Nobody is asked what the portal may know of them.
      async loadExistingGrant({ oidc }) {
        const accountId = oidc.session?.accountId ?? '';
        const grant = new oidc.provider.Grant({ clientId: CLIENT, accountId });
        grant.addOIDCScope('openid profile');
        await grant.save();
        return grant;
      },
    });
  }
}

async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true, modulusLength: 3072 });
  return { ...(await exportJWK(privateKey)), kid, alg: ALGORITHM, use: 'sig' };
}
