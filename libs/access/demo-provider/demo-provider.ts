import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import type { Configuration, Provider } from 'oidc-provider';
import { loadProvider } from './load-provider';
import { DEMO_ALGORITHM } from '../demo-key';
import { DEMO_PEOPLE, type DemoPerson } from '../demo-people';
import { newSecret } from '../sessions/secrets';
import { MemoryAdapter } from './memory-adapter';
import { PICK_PAGE_POLICY, pickPage } from './pick-page';

export interface DemoProviderParts {
  /** The `iss` of its tokens. */
  readonly issuer: string;
  /** With the private half. */
  readonly key: JWK;
  readonly clientId: string;
  /** Where the portal takes people back. */
  readonly redirectUri: string;
  /** Where it is mounted, without a slash at its end: its own pages have addresses below. */
  readonly path: string;
}

/** Answers a request whose `url` begins below the place where it is mounted. */
export type RequestListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const SCOPE = 'openid profile';
const FORM_BYTES = 1000;
const TEN_MINUTES = 600;
const A_DAY = 86_400;

/** A real OpenID Connect provider of the demonstration's people, which asks who one wants to be and for no password. */
export async function demoProvider(parts: DemoProviderParts): Promise<RequestListener> {
  const { Provider, errors } = await loadProvider();
  const provider = new Provider(parts.issuer, configurationOf(parts));
  const answer = provider.callback();
  return async (request, response) => {
    if (!request.url?.startsWith('/pick/')) return answer(request, response);
    try {
      await pick(provider, request, response);
    } catch (thrown) {
      if (!(thrown instanceof errors.SessionNotFound)) throw thrown;
      refuse(response, 'This browser has begun no sign-in here, or long ago. Begin again at the portal.');
    }
  };
}

function refuse(response: ServerResponse, text: string): void {
  response.statusCode = 400;
  response.setHeader('content-type', 'text/plain; charset=utf-8').end(text);
}

async function pick(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const person = request.method === 'POST' ? await pickedPerson(request) : undefined;
  if (person === undefined) {
    response.setHeader('content-security-policy', PICK_PAGE_POLICY);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pickPage(DEMO_PEOPLE));
    return;
  }
  await provider.interactionFinished(request, response, { login: { accountId: person.subject } });
}

async function pickedPerson(request: IncomingMessage): Promise<DemoPerson | undefined> {
  let form = '';
  for await (const chunk of request) if (form.length < FORM_BYTES) form += String(chunk);
  return personOf(new URLSearchParams(form).get('subject') ?? '');
}

function personOf(subject: string): DemoPerson | undefined {
  return DEMO_PEOPLE.find((person) => person.subject === subject);
}

function configurationOf({ key, clientId, redirectUri, path }: DemoProviderParts): Configuration {
  return {
    clients: [
      {
        ...{ client_id: clientId, redirect_uris: [redirectUri], token_endpoint_auth_method: 'none' },
        ...{ id_token_signed_response_alg: DEMO_ALGORITHM, grant_types: ['authorization_code'] },
      },
    ],
    jwks: { keys: [key] } as NonNullable<Configuration['jwks']>,
    adapter: (name: string) => new MemoryAdapter(name),
    claims: { openid: ['sub', 'auth_time'], profile: ['name', 'roles', 'organisations'] },
    // The portal asks for nothing but the ID token, so that must tell everything.
    conformIdTokenClaims: false,
    cookies: { keys: [newSecret()] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `${path}/pick/${uid}` },
    ttl: {
      ...{ AccessToken: TEN_MINUTES, IdToken: TEN_MINUTES, Interaction: TEN_MINUTES },
      ...{ Session: A_DAY, Grant: A_DAY },
    },
    findAccount: (_, subject) => accountOf(subject),
    loadExistingGrant: ({ oidc }) => grantAll(oidc.provider, clientId, oidc.session?.accountId ?? ''),
  };
}

function accountOf(subject: string) {
  const person = personOf(subject);
  if (person === undefined) return undefined;
  const { name, roles, organisations } = person;
  return {
    accountId: subject,
    claims: () => ({ sub: subject, name, roles: [...roles], organisations: [...organisations] }),
  };
}

/** The portal belongs to the same house: nobody is asked what it may know of them. */
async function grantAll(provider: Provider, clientId: string, accountId: string) {
  const grant = new provider.Grant({ clientId, accountId });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  return grant;
}
