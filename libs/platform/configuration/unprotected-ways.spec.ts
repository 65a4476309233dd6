import { PlatformError } from '../platform-error';
import { readSettings } from './read-settings';

const SERVES = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres:///ledtid?host=/run/postgresql',
  LEDTID_ISSUERS: '[]',
  LEDTID_KEY_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
};

describe('in production, a way to another host', () => {
  it.each([
    ['DATABASE_URL', 'postgres://u:p@db/ledtid'],
    ['DATABASE_URL', 'postgres://u:p@db/ledtid?sslmode=require'],
    ['DATABASE_URL', 'postgres://u:p@db/ledtid?sslmode=verify-full&sslmode=disable'],
    ['DATABASE_URL', 'postgres://u:p@localhost/ledtid?host=db'],
    ['DATABASE_URL', 'postgres://u:p@localhost.evil.example/ledtid'],
    ['REDIS_URL', 'redis://:p@queues:6379'],
    ['LEDTID_PUBLIC_URL', 'http://ledtid.example'],
    ['LEDTID_CLAMAV', 'tcp://scanner:3310'],
  ])('that anybody on it could read is refused: %s=%s', (variable, address) => {
    const start = () => readSettings({ ...SERVES, [variable]: address }, 'serve');
    expect(start).toThrow(PlatformError);
    expect(start).toThrow(
      new RegExp(`- ${variable} [^\\n]*(sslmode=verify-full|rediss:|https:|run it beside)`),
    );
    expect(() => readSettings({ ...SERVES, NODE_ENV: '', [variable]: address }, 'serve')).not.toThrow();
  });

  it.each([
    ['DATABASE_URL', 'postgres://u:p@db/ledtid?sslmode=verify-full&sslrootcert=/etc/ledtid/ca.pem'],
    ['DATABASE_URL', 'postgres://u:p@127.0.0.1/ledtid'],
    ['DATABASE_URL', 'postgres://u:p@[::1]/ledtid'],
    ['DATABASE_URL', 'postgres://u:p@%2Frun%2Fpostgresql/ledtid'],
    ['REDIS_URL', 'rediss://:p@queues:6379'],
    ['REDIS_URL', 'redis://localhost:6379'],
    ['LEDTID_PUBLIC_URL', 'https://ledtid.example'],
    ['LEDTID_CLAMAV', 'tcp://127.0.0.1:3310'],
  ])('that is protected, or leads nowhere else, is taken: %s=%s', (variable, address) => {
    expect(() => readSettings({ ...SERVES, [variable]: address }, 'serve')).not.toThrow();
  });

  it('may be plain to those hosts alone for which the configuration vouches', () => {
    const urls = {
      ...{ DATABASE_URL: 'postgres://u:p@postgres/ledtid', REDIS_URL: 'redis://redis:6379' },
      LEDTID_CLAMAV: 'tcp://scanner',
    };
    const start = (LEDTID_PLAIN_HOSTS: string) =>
      readSettings({ ...SERVES, ...urls, LEDTID_PLAIN_HOSTS }, 'serve');
    expect(() => start('postgres, redis, scanner')).not.toThrow();
    expect(() => start('postgres')).toThrow(/REDIS_URL/);
  });
});
