import { Redis } from 'ioredis';
import type { TestDatabase } from './test-database';

export interface TestQueueStore {
  databaseUrl: string;
  redisUrl: string | undefined;
  redisPrefix: string;
  /** Removes what the jobs of this test left in Redis. The database goes with its own `drop`. */
  clear(): Promise<void>;
}

let made = 0;

/**
 * Where the queues of one test are: in its database, or, in `npm run test:redis`, on Redis below a prefix of
 * its own. A test that spreads it into `QueueRegistry.open` holds for both.
 */
export function testQueueStore(database: TestDatabase): TestQueueStore {
  made += 1;
  const redisUrl = process.env.LEDTID_TEST_REDIS;
  const redisPrefix = `ledtid-test-${process.pid}-${made}`;
  return { databaseUrl: database.url, redisUrl, redisPrefix, clear: () => clear(redisUrl, redisPrefix) };
}

async function clear(url: string | undefined, prefix: string): Promise<void> {
  if (url === undefined) return;
  const redis = new Redis(url);
  const keys = await redis.keys(`${prefix}:*`);
  if (keys.length > 0) await redis.del(keys);
  await redis.quit();
}
