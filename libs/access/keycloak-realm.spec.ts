import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@ledtid/workflow';
import { DEMO_PEOPLE } from './demo-people';
import { identityFromClaims } from './claims-to-identity';
import { issuersFromJson } from './issuers-from-json';

interface Mapper {
  readonly protocolMapper: string;
  readonly config: Readonly<Record<string, string>>;
}

/** As much of Keycloak's realm representation as our issuer configuration relies on. */
interface Realm {
  readonly realm: string;
  readonly defaultSignatureAlgorithm: string;
  readonly components: {
    readonly 'org.keycloak.keys.KeyProvider': readonly {
      readonly providerId: string;
      readonly config: Readonly<Record<string, readonly string[]>>;
    }[];
  };
  readonly roles: { readonly realm: readonly { name: string }[] };
  readonly clients: readonly {
    readonly clientId: string;
    readonly publicClient: boolean;
    readonly standardFlowEnabled: boolean;
    readonly implicitFlowEnabled: boolean;
    readonly directAccessGrantsEnabled: boolean;
    readonly redirectUris: readonly string[];
    readonly attributes: Readonly<Record<string, string>>;
    readonly defaultClientScopes: readonly string[];
    readonly protocolMappers: readonly Mapper[];
  }[];
  readonly users: readonly {
    readonly username: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly realmRoles: readonly string[];
    readonly attributes: Readonly<Record<'organisations' | 'acr', readonly string[]>>;
  }[];
}

const textOf = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');
const realm = JSON.parse(textOf('docs/keycloak/ledtid-realm.json')) as Realm;
const issuer = issuersFromJson(textOf('docs/issuers.keycloak.json'))[0]!;
const client = realm.clients.find(({ clientId }) => clientId === issuer.signIn?.clientId)!;

/** The mapper that writes a claim into the ID token. */
function mapperOf(claim: string): Mapper | undefined {
  const writes = ({ config }: Mapper) =>
    config['claim.name'] === claim && config['id.token.claim'] === 'true';
  return client.protocolMappers.find(writes);
}

describe('the realm that Keycloak imports', () => {
  it('is the issuer that is believed, and is served where the configuration looks', () => {
    expect(new URL(issuer.issuer).pathname).toBe(`/realms/${realm.realm}`);
    for (const address of [issuer.signIn!.authorizationEndpoint, issuer.signIn!.tokenEndpoint]) {
      expect(new URL(address).pathname).toContain(`/realms/${realm.realm}/protocol/openid-connect/`);
    }
    const compose = textOf('docker-compose.yml');
    expect(compose).toContain('--import-realm');
    expect(compose).toContain('./docs/keycloak:/opt/keycloak/data/import:ro');
    expect(compose).toContain(`KC_HOSTNAME: ${new URL(issuer.issuer).origin}`);
  });

  it('signs by an algorithm that is believed', () => {
    const { attributes } = client;
    const algorithms = [realm.defaultSignatureAlgorithm, attributes['id.token.signed.response.alg']];
    for (const algorithm of algorithms) expect(issuer.algorithms).toContain(algorithm);
  });

  it('signs by a key that is long enough to be believed', () => {
    const keys = realm.components['org.keycloak.keys.KeyProvider'];
    const signing = keys.filter(({ providerId }) => providerId === 'rsa-generated');
    expect(signing.map(({ config }) => config.algorithm)).toEqual([[realm.defaultSignatureAlgorithm]]);
    for (const { config } of signing) expect(Number(config.keySize?.[0])).toBeGreaterThanOrEqual(3072);
  });

  it('lets the portal in by code and PKCE and by nothing else, and back to its own address only', () => {
    expect(client).toMatchObject({
      ...{ publicClient: true, standardFlowEnabled: true },
      ...{ implicitFlowEnabled: false, directAccessGrantsEnabled: false },
      redirectUris: [`http://localhost:3000/api/v1/sign-in/${issuer.signIn!.name}/callback`],
    });
    expect(client.attributes['pkce.code.challenge.method']).toBe('S256');
  });

  it('tells when somebody signed in, by the scope of Keycloak that holds sub and auth_time', () => {
    expect(client.defaultClientScopes).toContain('basic');
  });

  it('writes roles, organisations and acr where the configuration reads them', () => {
    const claim = [issuer.roles?.claim ?? 'roles'].flat().join('.');
    expect(mapperOf(claim)).toMatchObject({ protocolMapper: 'oidc-usermodel-realm-role-mapper' });
    expect(mapperOf(String(issuer.organisations?.claim))).toMatchObject({
      ...{ protocolMapper: 'oidc-usermodel-attribute-mapper' },
      config: { 'user.attribute': 'organisations', multivalued: 'true' },
    });
    expect(mapperOf('acr')).toMatchObject({ config: { 'user.attribute': 'acr', multivalued: 'false' } });
  });

  it('writes the audience of bearer tokens into access tokens, and never into ID tokens', () => {
    const audience = client.protocolMappers.find(
      ({ protocolMapper }) => protocolMapper === 'oidc-audience-mapper',
    );
    expect(audience?.config).toMatchObject({
      ...{ 'included.custom.audience': issuer.audience },
      ...{ 'access.token.claim': 'true', 'id.token.claim': 'false' },
    });
  });

  it('knows every role, and the demonstration’s people as the demo issuer knows them', () => {
    expect(realm.roles.realm.map(({ name }) => name)).toEqual([...ROLES]);
    const identities = realm.users.map(({ username, firstName, lastName, realmRoles, attributes }) =>
      identityFromClaims(
        {
          ...{ sub: username, name: `${firstName} ${lastName}`, realm_access: { roles: [...realmRoles] } },
          ...{ organisations: [...attributes.organisations], acr: attributes.acr[0] },
        },
        issuer,
      ),
    );
    const expected = DEMO_PEOPLE.map((person) => ({
      ...person,
      ...{ issuer: issuer.issuer, assurance: 'substantial' },
    }));
    expect(identities).toEqual(expected);
  });
});
