import { readFileSync } from 'node:fs';
import { type Socket, createServer } from 'node:net';
import { join } from 'node:path';
import { DEFAULT_MIN_VERSION, TLSSocket, createSecureContext, getCiphers } from 'node:tls';
import { createDataSource, createPool } from '@ledtid/platform';
import { Redis } from 'ioredis';

const fileOf = (name: string) => join(__dirname, '../support/tls', name);
const AUTHORITY = fileOf('authority.pem');
const [cert, key] = [readFileSync(fileOf('server.pem')), readFileSync(fileOf('server-key.pem'))];

/** How far somebody who poses as a server got: whether a client spoke to it after it had shown its certificate. */
class Impostor {
  heard = 0;
  /** Who the client proved to be. */
  shown: string | undefined;
  private readonly sockets: Socket[] = [];
  private readonly server = createServer((socket) => {
    this.sockets.push(socket.on('error', () => undefined));
    // PostgreSQL is asked in eight bytes whether it speaks TLS (protocol 3.0, SSLRequest); Redis begins with it.
    if (this.startTls) socket.once('data', () => socket.write('S', () => this.secure(socket)));
    else this.secure(socket);
  });

  constructor(private readonly startTls: boolean) {}

  private secure(socket: Socket): void {
    const secureContext = createSecureContext({ cert, key });
    const secured = new TLSSocket(socket, { ...{ isServer: true, secureContext }, requestCert: true });
    secured.on('error', () => undefined);
    secured.on('data', () => {
      this.heard += 1;
      this.shown = secured.getPeerX509Certificate()?.subject;
      secured.destroy();
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return (this.server.address() as { port: number }).port;
  }

  stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((closed) => this.server.close(() => closed()));
  }
}

type Connect = (address: string) => Promise<unknown>;

const POSTGRES: [name: string, connect: Connect][] = [
  [
    'the pools of commands, reads and queues',
    async (url) => {
      const pool = createPool({ url });
      await pool.query('SELECT 1').finally(() => pool.end());
    },
  ],
  ['migrations', (url) => createDataSource({ url }).initialize()],
];

describe('a server that cannot prove who it is', () => {
  let impostor: Impostor;
  afterEach(() => impostor.stop());

  it.each(POSTGRES)('hears nothing of %s', async (_, connect) => {
    impostor = new Impostor(true);
    const url = `postgres://u:p@localhost:${await impostor.listen()}/x?sslmode=verify-full`;
    await expect(connect(url)).rejects.toThrow(/certificate/);
    expect(impostor.heard).toBe(0);
    const asAnother = url.replace('localhost', '127.0.0.1');
    await expect(connect(`${asAnother}&sslrootcert=${AUTHORITY}`)).rejects.toThrow(/IP|altnames/);
    expect(impostor.heard).toBe(0);
    // By the authority that the address names it is believed, and spoken to.
    await expect(connect(`${url}&sslrootcert=${AUTHORITY}`)).rejects.toThrow(/terminated|closed|ECONNRESET/);
    expect(impostor.heard).toBe(1);
  });

  it.each(POSTGRES)(
    'is no matter once it can: by a certificate of their own, without password, come %s',
    async (_, connect) => {
      impostor = new Impostor(true);
      const own = `sslcert=${fileOf('server.pem')}&sslkey=${fileOf('server-key.pem')}`;
      const url = `postgres://u@localhost:${await impostor.listen()}/x?sslmode=verify-full&sslrootcert=${AUTHORITY}`;
      await expect(connect(`${url}&${own}`)).rejects.toThrow(/terminated|closed|ECONNRESET/);
      expect(impostor.shown).toBe('CN=localhost');
    },
  );

  it('hears nothing of what is meant for Redis', async () => {
    impostor = new Impostor(false);
    const redis = new Redis(`rediss://:p@localhost:${await impostor.listen()}`, {
      retryStrategy: () => null,
    });
    const failed = new Promise<Error>((fail) => redis.on('error', fail));
    await expect(redis.ping()).rejects.toThrow();
    expect((await failed).message).toMatch(/certificate/);
    expect(impostor.heard).toBe(0);
  });
});

describe('TLS', () => {
  const example = readFileSync(join(__dirname, '../../docs/nginx.example.conf'), 'utf8');
  const said = (name: string) =>
    [...example.matchAll(new RegExp(`^ *${name} ([^;]*);`, 'gm'))].map(([, value]) => value!);

  it('is 1.2 or newer on every way out', () => {
    expect(DEFAULT_MIN_VERSION).toBe('TLSv1.2');
  });

  it('is 1.2 and 1.3 in the example of a proxy, by suites with forward secrecy and authenticated encryption', () => {
    expect(said('ssl_protocols')).toEqual(['TLSv1.2 TLSv1.3']);
    const suites = said('ssl_ciphers').flatMap((list) => list.split(':'));
    expect(suites.length).toBeGreaterThan(3);
    for (const suite of suites) {
      expect(suite).toMatch(/^ECDHE-(ECDSA|RSA)-(AES(128|256)-GCM-SHA(256|384)|CHACHA20-POLY1305)$/);
      expect(getCiphers()).toContain(suite.toLowerCase());
    }
    expect(suites[0]).toContain('AES256');
    expect(said('ssl_prefer_server_ciphers')).toEqual(['on']);
  });

  it('is all that the example answers by', () => {
    const [plain, secured] = example.split(/^server \{$/m).slice(1);
    expect(plain).toMatch(/listen 80 [^]*return 444;/);
    expect(plain).not.toMatch(/proxy_pass/);
    expect(secured).toMatch(/listen 443 ssl;/);
  });

  it('does not keep the example from setting anew what says where a request comes from', () => {
    expect(said('proxy_set_header')).toEqual(
      expect.arrayContaining([
        'X-Forwarded-For $remote_addr',
        'X-Forwarded-Host $host',
        'X-Forwarded-Proto https',
      ]),
    );
  });
});
