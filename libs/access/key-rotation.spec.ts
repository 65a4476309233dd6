import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TurnedTime } from '@ledtid/time';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { TokenVerifier } from './token-verifier';

const NOW = '2026-11-22T09:00:00.000Z';
const ISSUER = 'https://sign-in.example.se';

/** An issuer with one key, which it can exchange, and a count of how often somebody fetched it. */
class Issuer {
  fetched = 0;
  private published: JWK[] = [];
  private signKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'] | undefined;
  private readonly server: Server = createServer((_, response) => {
    this.fetched += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: this.published }));
  });

  async start(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/keys`;
  }

  async rotateTo(kid: string): Promise<string> {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    this.signKey = privateKey;
    this.published = [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256' }];
    return this.sign(kid);
  }

  async sign(kid: string): Promise<string> {
    return new SignJWT({ roles: ['auditor'] })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(ISSUER)
      .setAudience('ledtid')
      .setSubject('nils')
      .setExpirationTime(Date.parse(NOW) / 1000 + 3600)
      .sign(this.signKey!);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }
}

describe('an issuer that exchanges its key', () => {
  const issuer = new Issuer();
  let jwksUri: string;

  beforeAll(async () => {
    jwksUri = await issuer.start();
  });
  afterAll(() => issuer.stop());

  const verifierWith = (refetchAfterSeconds: number, time = new TurnedTime(NOW)) =>
    new TokenVerifier({
      issuers: [{ issuer: ISSUER, audience: 'ledtid', keys: { jwksUri }, refetchAfterSeconds }],
      time,
    });

  it('is believed with the new key, and not with a token by the old one that is seen first now', async () => {
    const verifier = verifierWith(0);
    const [seen, unseen] = [await issuer.rotateTo('old'), await issuer.sign('old')];
    expect(await verifier.verify(seen)).toHaveProperty('subject', 'nils');
    expect(await verifier.verify(await issuer.rotateTo('new'))).toHaveProperty('subject', 'nils');
    expect(await verifier.verify(unseen)).toMatchObject({ code: expect.stringMatching(/unknown-key/) });
  });

  it('stops to be believed by the old key once its tokens have been remembered for long enough', async () => {
    const time = new TurnedTime(NOW);
    const verifier = verifierWith(0, time);
    const old = await issuer.rotateTo('old');
    await verifier.verify(old);
    await verifier.verify(await issuer.rotateTo('new'));
    time.turnTo('2026-11-22T09:04:59.999Z');
    expect(await verifier.verify(old)).toHaveProperty('subject', 'nils');
    time.turnTo('2026-11-22T09:05:00.000Z');
    expect(await verifier.verify(old)).toMatchObject({ code: 'token-unknown-key' });
  });

  it('is believed by the keys at its configured address, and not by those to which that leads', async () => {
    const token = await issuer.rotateTo('led-astray');
    const leading = createServer((_, response) => response.writeHead(302, { location: jwksUri }).end());
    await new Promise<void>((listening) => leading.listen(0, '127.0.0.1', listening));
    const away = `http://127.0.0.1:${(leading.address() as AddressInfo).port}/keys`;
    const before = issuer.fetched;
    const verifier = new TokenVerifier({
      issuers: [{ issuer: ISSUER, audience: 'ledtid', keys: { jwksUri: away } }],
      time: new TurnedTime(NOW),
    });
    expect(await verifier.verify(token)).toMatchObject({ code: 'issuer-unavailable' });
    expect(issuer.fetched).toBe(before);
    leading.closeAllConnections();
    await new Promise((closed) => leading.close(closed));
  });

  it('is not asked again for every invented key id', async () => {
    const verifier = verifierWith(30);
    await verifier.verify(await issuer.rotateTo('known'));
    const before = issuer.fetched;
    for (const kid of ['a', 'b', 'c']) {
      expect(await verifier.verify(await issuer.sign(kid))).toMatchObject({ code: 'token-unknown-key' });
    }
    expect(issuer.fetched).toBe(before);
  });

  it('is asked once for the same token, however often it comes', async () => {
    const verifier = verifierWith(0);
    const token = await issuer.rotateTo('once');
    await verifier.verify(token);
    await issuer.rotateTo('withdrawn');
    expect(await verifier.verify(token)).toHaveProperty('subject', 'nils');
  });
});
