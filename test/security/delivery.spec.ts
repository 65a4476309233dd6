import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const stages = textOf('Dockerfile')
  .replaceAll('\\\n', ' ')
  .split(/^FROM .*$/m)
  .slice(1);
const delivered = stages.at(-1)!;

describe('the image', () => {
  it('holds the built product and its packages, and neither sources nor their history', () => {
    const copied = [...delivered.matchAll(/^COPY (.+)$/gm)].map(([, what]) => what!.split(' ')[1]);
    expect(copied.sort()).toEqual(
      ['bin', 'dist', 'node_modules', 'package.json'].map((name) => `/ledtid/${name}`),
    );
    expect(delivered).not.toMatch(/^ADD /m);
    expect(textOf('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.git', '.env*', '*.pem', '.ledtid']),
    );
  });

  it('has no development packages, and runs in production as nobody of importance', () => {
    expect(stages[0]).toMatch(/npm prune --omit=dev/);
    expect(delivered).toMatch(/^ENV NODE_ENV=production$/m);
    expect(delivered).toMatch(/^USER node$/m);
    expect(delivered.indexOf('USER')).toBeLessThan(delivered.indexOf('CMD'));
  });
});

describe('the composition', () => {
  const compose = textOf('docker-compose.yml');

  it('starts with no password that everybody knows', () => {
    const passwords = [...compose.matchAll(/\$\{(\w*PASSWORD\w*)(:[-+?][^}]*)?\}/g)].map(
      ([, name, otherwise]) => [name, otherwise?.slice(0, 2)],
    );
    expect(passwords).toEqual([
      ['POSTGRES_PASSWORD', ':?'],
      ['POSTGRES_PASSWORD', ':?'],
      ['KEYCLOAK_PASSWORD', ':+'],
      ['KEYCLOAK_PASSWORD', ':-'],
    ]);
    expect(compose).toContain('KC_BOOTSTRAP_ADMIN_PASSWORD: ${KEYCLOAK_PASSWORD:-}');
    expect(compose).not.toMatch(/PASSWORD: [^$\n]/);
    expect(compose).not.toMatch(/:\/\/\w+:[^$@\n]*@/);
  });

  it('keeps what is plain on this machine', () => {
    expect(compose).toContain('LEDTID_PLAIN_HOSTS: postgres,redis');
    const open = [...compose.matchAll(/ports: \['([^']+)'\]/g)].map(([, ports]) => ports);
    expect(open).toEqual(['3000:3000', '127.0.0.1:8080:8080']);
  });
});
