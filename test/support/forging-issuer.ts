import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IssuerConfiguration } from '@ledtid/access';
import { type JWTPayload, SignJWT, UnsecuredJWT, exportJWK, exportSPKI, generateKeyPair } from 'jose';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

const CLIENT = 'portal';

/** A sign-in service that answers each code with whatever ID token a test wants: no real one would. */
export class ForgingIssuer {
  /** What the next code is exchanged for. */
  idToken = '';
  /** Whether the address where codes are exchanged leads to another. */
  leadsAway = false;
  /** Of requests there. */
  readonly astray: string[] = [];
  private readonly server: Server;

  private constructor(
    private readonly key: KeyPair,
    readonly stranger: KeyPair,
  ) {
    this.server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      const token = { access_token: 'a', token_type: 'Bearer', id_token: this.idToken };
      if (request.url === '/elsewhere') this.astray.push(request.url);
      if (this.leadsAway && request.url === '/token')
        response.writeHead(307, { location: '/elsewhere' }).end();
      else if (request.url !== '/jwks') response.end(JSON.stringify(token));
      else void this.keys().then((keys) => response.end(JSON.stringify(keys)));
    });
  }

  static async start(): Promise<ForgingIssuer> {
    const [key, stranger] = [await newPair('PS256'), await newPair('PS256')];
    const made = new ForgingIssuer(key, stranger);
    await new Promise<void>((listening) => made.server.listen(0, '127.0.0.1', listening));
    return made;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  configuration(): IssuerConfiguration {
    return {
      ...{ issuer: this.url, audience: 'ledtid', algorithms: ['PS256'], subjectPrefix: 'forged:' },
      keys: { jwksUri: `${this.url}/jwks` },
      assurance: { map: { loa3: 'substantial' } },
      signIn: {
        ...{ name: 'forging', clientId: CLIENT },
        ...{ authorizationEndpoint: `${this.url}/auth`, tokenEndpoint: `${this.url}/token` },
      },
    };
  }

  /** The claims of a sound ID token at this moment, in seconds. */
  claims(now: number, nonce: string): JWTPayload {
    const times = { iat: now, exp: now + 600, auth_time: now };
    return {
      iss: this.url,
      aud: CLIENT,
      sub: 'eva',
      acr: 'loa3',
      roles: ['legal_reviewer'],
      nonce,
      ...times,
    };
  }

  sign(claims: JWTPayload, { key = this.key, kid = 'known', alg = 'PS256' } = {}): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key.privateKey);
  }

  /** Signed symmetrically, with the public key's text as the secret (RFC 8725, 2.1). */
  async signByPublicKey(claims: JWTPayload): Promise<string> {
    const secret = new TextEncoder().encode(await exportSPKI(this.key.publicKey));
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'known' }).sign(secret);
  }

  unsigned(claims: JWTPayload): string {
    return new UnsecuredJWT(claims).encode();
  }

  private async keys() {
    return { keys: [{ ...(await exportJWK(this.key.publicKey)), kid: 'known' }] };
  }
}

export function newPair(algorithm: string): Promise<KeyPair> {
  return generateKeyPair(algorithm, { extractable: true, modulusLength: 3072 });
}
