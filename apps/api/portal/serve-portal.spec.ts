import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { servePortal } from './serve-portal';

const PAGE = '<head><base href="/" /><meta nonce="NONCE-OF-THE-PAGE"><script nonce="NONCE-OF-THE-PAGE">';
const BROWSER = { accept: 'text/html,application/xhtml+xml' };

describe('the portal as it is served', () => {
  let directory: string;
  let server: FastifyInstance;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'ledtid-portal-'));
    mkdirSync(join(directory, 'assets'));
    writeFileSync(join(directory, 'index.html'), PAGE);
    writeFileSync(join(directory, 'assets', 'index-1a2b.js'), 'run();');
    writeFileSync(join(directory, 'assets', 'index-1a2b.js.gz'), 'compressed');
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  beforeEach(() => {
    server = fastify();
    servePortal(server, () => 'https://body.example/ledtid/', directory);
  });

  afterEach(() => server.close());

  it.each(['/', '/cases/1', '/work?stage=x'])('answers a person at %s with its one page', async (url) => {
    const { statusCode, headers, body } = await server.inject({ url, headers: BROWSER });
    expect({ statusCode, type: headers['content-type'] }).toEqual({
      statusCode: 200,
      type: 'text/html; charset=utf-8',
    });
    expect(body).toContain('<base href="/ledtid/"');
  });

  it('lets in the styles of this page alone, and no script that is written into it', async () => {
    const first = await server.inject({ url: '/', headers: BROWSER });
    const second = await server.inject({ url: '/', headers: BROWSER });
    const nonceOf = ({ body }: { body: string }) => /<meta nonce="([^"]+)"/.exec(body)?.[1] ?? '';
    const policy = String(first.headers['content-security-policy']);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(policy).toContain(`style-src 'self' 'nonce-${nonceOf(first)}'; style-src-attr 'none'`);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });

  it('lets browsers keep its files for good, and sends them compressed', async () => {
    const url = '/assets/index-1a2b.js';
    const { headers, body } = await server.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect({ encoding: headers['content-encoding'], body }).toEqual({ encoding: 'gzip', body: 'compressed' });
  });

  it.each([
    ['/api/v1/nothing', BROWSER],
    ['/health/nothing', BROWSER],
    ['/admin', BROWSER],
    ['/assets/gone.js', BROWSER],
    ['/cases', { accept: 'application/json' }],
    ['/cases', {}],
  ])('has no page for %s where %j is asked for', async (url, headers) => {
    expect((await server.inject({ url, headers })).statusCode).toBe(404);
  });

  it('leads to the documentation where no portal is built', async () => {
    const bare = fastify();
    servePortal(bare, () => 'https://body.example', join(directory, 'nothing'));
    const { statusCode, headers } = await bare.inject({ url: '/' });
    expect({ statusCode, location: headers.location }).toEqual({ statusCode: 302, location: '/api/docs' });
  });
});
