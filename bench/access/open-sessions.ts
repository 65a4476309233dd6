import { DEFAULT_SESSION_LIMITS, Sessions } from '@ledtid/access';
import { createPool } from '@ledtid/platform';
import { OrderedIds, SystemTime } from '@ledtid/time';
import { CSRF_HEADER, SESSION_COOKIE } from '../../apps/api';
import { EVERYBODY } from '../commands/people';
import { SUBJECT_HEADER } from './allow-all';

/** The address by which the server knows itself where nothing else is configured. */
const OWN_ORIGIN = 'http://localhost:3000';

/** Signs everybody in, and gives what a portal's page would make their browsers send, by subject. */
export async function openSessions(databaseUrl: string): Promise<Record<string, Record<string, string>>> {
  const pool = createPool({ url: databaseUrl, max: 1, name: 'ledtid-bench' });
  const time = new SystemTime();
  const sessions = new Sessions({ pool, time, ids: new OrderedIds(time), limits: DEFAULT_SESSION_LIMITS });
  try {
    const headers: Record<string, Record<string, string>> = {};
    for (const { subject, roles, organisations } of EVERYBODY) {
      const identity = { subject, roles, organisations, issuer: 'bench', assurance: 'substantial' as const };
      const secret = await sessions.open(identity, time.now());
      headers[subject] = {
        ...{ cookie: `${SESSION_COOKIE}=${secret}`, [CSRF_HEADER]: '1', origin: OWN_ORIGIN },
        [SUBJECT_HEADER]: subject,
      };
    }
    return headers;
  } finally {
    await pool.end();
  }
}
