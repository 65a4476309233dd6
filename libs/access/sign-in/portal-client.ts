import { readFileSync } from 'node:fs';
import * as oidc from 'openid-client';
import { AccessError } from '../access-error';
import { type AccessRefusal, refusal } from '../access-refusal';
import {
  DEFAULT_ALGORITHMS,
  type IssuerConfiguration,
  type SignInConfiguration,
} from '../issuer-configuration';
import { derivedFrom } from '../sessions/secrets';

export interface Asked {
  readonly redirectUri: string;
  /** Of the browser's cookie. State, nonce and code verifier come from it. */
  readonly secret: string;
  /** Seconds since the person last proved who they are, at most; null: the issuer may remember them. */
  readonly maxAge: number | null;
}

/** Failures of the way there, and not of what came back. */
const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** The portal as client of one issuer: authorisation code with PKCE (RFC 9700, OpenID Connect Core 3.1). */
export class PortalClient {
  private readonly client: oidc.Configuration;
  private readonly signIn: SignInConfiguration;

  /** Throws `AccessError` (`client-secret-missing`). */
  constructor(readonly issuer: IssuerConfiguration & { readonly signIn: SignInConfiguration }) {
    this.signIn = issuer.signIn;
    this.client = clientOf(issuer);
  }

  /** Where the browser is sent. */
  async authorizationUrl({ redirectUri, secret, maxAge }: Asked): Promise<URL> {
    const verifier = derivedFrom(secret, 'code-verifier');
    return oidc.buildAuthorizationUrl(this.client, {
      redirect_uri: redirectUri,
      scope: this.signIn.scope ?? 'openid profile',
      state: derivedFrom(secret, 'state'),
      nonce: derivedFrom(secret, 'nonce'),
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(maxAge === null ? {} : { max_age: String(maxAge), prompt: 'login' }),
    });
  }

  /** The ID token, not yet checked for who signed it. `answer`: the address to which the browser came back. */
  async exchange(
    answer: URL,
    { secret, maxAge }: Omit<Asked, 'redirectUri'>,
  ): Promise<string | AccessRefusal> {
    try {
      const tokens = await oidc.authorizationCodeGrant(this.client, answer, {
        expectedState: derivedFrom(secret, 'state'),
        expectedNonce: derivedFrom(secret, 'nonce'),
        pkceCodeVerifier: derivedFrom(secret, 'code-verifier'),
        ...(maxAge === null ? {} : { maxAge }),
      });
      return tokens.id_token ?? refusal('sign-in-refused');
    } catch (thrown) {
      return refusalOf(thrown);
    }
  }
}

function clientOf({
  issuer,
  signIn,
  algorithms = DEFAULT_ALGORITHMS,
}: PortalClient['issuer']): oidc.Configuration {
  const { clientId, authorizationEndpoint, tokenEndpoint } = signIn;
  const server = {
    issuer,
    authorization_endpoint: authorizationEndpoint,
    token_endpoint: tokenEndpoint,
    id_token_signing_alg_values_supported: [...algorithms],
  };
  const client = new oidc.Configuration(server, clientId, undefined, authenticationOf(signIn));
  // `checkIssuers` has seen to it that plain http stays on this machine or on its container network.
  if (new URL(tokenEndpoint).protocol === 'http:') oidc.allowInsecureRequests(client);
  client[oidc.customFetch] = fetchToken;
  return client;
}

function authenticationOf({ clientSecretFile }: SignInConfiguration): oidc.ClientAuth {
  if (clientSecretFile === undefined) return oidc.None();
  try {
    return oidc.ClientSecretBasic(readFileSync(clientSecretFile, 'utf8').trim());
  } catch (thrown) {
    throw new AccessError(
      'client-secret-missing',
      `The file ${clientSecretFile} with a client's secret cannot be read (${(thrown as NodeJS.ErrnoException).code}).`,
      'Put the secret there, readable by this service, or leave clientSecretFile out for a public client.',
    );
  }
}

/** A failed `fetch` throws a TypeError like any slip in a program: told apart here. The library hands it on as a cause. */
class Unreachable extends Error {}

async function fetchToken(address: string, options: oidc.CustomFetchOptions): Promise<Response> {
  try {
    return await fetch(address, options as RequestInit);
  } catch (cause) {
    throw new Unreachable('The token endpoint does not answer.', { cause });
  }
}

/** Anything that the library did not throw is a fault of ours, and not an answer. */
function refusalOf(thrown: unknown): AccessRefusal {
  if (thrown instanceof oidc.ResponseBodyError) {
    return refusal(thrown.status >= 500 ? 'issuer-unavailable' : 'sign-in-refused');
  }
  if (thrown instanceof oidc.AuthorizationResponseError) return refusal('sign-in-refused');
  if (!(thrown instanceof oidc.ClientError)) throw thrown;
  const unreachable = thrown.cause instanceof Unreachable || UNREACHABLE.has(thrown.code ?? '');
  return refusal(unreachable ? 'issuer-unavailable' : 'sign-in-refused');
}
