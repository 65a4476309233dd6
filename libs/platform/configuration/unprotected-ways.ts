import { type Settings, SETTINGS } from './settings';

/**
 * Which configured ways would carry cases, passwords or sessions readable from one host to another (OWASP ASVS 5.0,
 * V12.2.1, V12.3). What stays on this machine needs no TLS: loopback, sockets, and the hosts for which
 * `LEDTID_PLAIN_HOSTS` vouches.
 */
export function unprotectedWays(settings: Settings): string[] {
  const vouched = new Set((settings.plainHosts ?? '').split(',').map((host) => host.trim()));
  const leaves = (host: string) => !isLocal(host) && !vouched.has(host);
  const problems: string[] = [];
  if (
    settings.databaseUrl !== null &&
    leaves(hostOf(settings.databaseUrl)) &&
    !isVerified(settings.databaseUrl)
  ) {
    problems.push(`${SETTINGS.databaseUrl.variable} leads to another host and must say sslmode=verify-full`);
  }
  if (
    settings.redisUrl !== null &&
    leaves(hostOf(settings.redisUrl)) &&
    !hasScheme(settings.redisUrl, 'rediss')
  ) {
    problems.push(`${SETTINGS.redisUrl.variable} leads to another host and must begin with rediss:`);
  }
  if (settings.clamav !== null && leaves(hostOf(settings.clamav))) {
    problems.push(`${SETTINGS.clamav.variable} leads to another host, and clamd knows no TLS: run it beside`);
  }
  if (
    settings.publicUrl !== null &&
    !isLocal(hostOf(settings.publicUrl)) &&
    !hasScheme(settings.publicUrl, 'https')
  ) {
    problems.push(`${SETTINGS.publicUrl.variable} is for browsers elsewhere and must begin with https:`);
  }
  return problems;
}

/** As `pg` reads it: a parameter goes before the address, and may be the folder of a socket. */
function hostOf(address: string): string {
  const { hostname, searchParams } = new URL(address);
  return searchParams.getAll('host').at(-1) ?? decodeURIComponent(hostname);
}

function isLocal(host: string): boolean {
  return (
    ['', 'localhost', '[::1]', '::1'].includes(host) || host.startsWith('/') || /^127(\.\d+){3}$/.test(host)
  );
}

/** Lower modes encrypt, but to whoever answers. Where it is said twice, the last word counts. */
function isVerified(address: string): boolean {
  return new URL(address).searchParams.getAll('sslmode').at(-1) === 'verify-full';
}

function hasScheme(address: string, scheme: string): boolean {
  return new URL(address).protocol === `${scheme}:`;
}
