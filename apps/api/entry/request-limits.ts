import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';

export interface RequestLimitsParts {
  /** Requests of one person in a minute; null: any number. */
  readonly perMinute: number | null;
  /** Counted here for all processes together; without it each process counts for itself. */
  readonly redisUrl?: string | undefined;
}

const MINUTE = 60;

/** Behind one address there may be a whole hospital. */
const PERSONS_AT_AN_ADDRESS = 10;

export type Limited = 'person' | 'address';

/**
 * Counts requests minute by minute, of each person and of each address: the first against who floods the service
 * signed in, the second against who tries to sign in again and again.
 */
export class RequestLimits {
  private readonly redis: Redis | null;
  private readonly limiters: Readonly<Record<Limited, RateLimiterAbstract>> | null;

  constructor({ perMinute, redisUrl }: RequestLimitsParts) {
    this.redis = perMinute === null || redisUrl === undefined ? null : new Redis(redisUrl);
    this.limiters =
      perMinute === null
        ? null
        : {
            person: limiter('person', perMinute, this.redis),
            address: limiter('address', perMinute * PERSONS_AT_AN_ADDRESS, this.redis),
          };
  }

  /** Counts a request; answers how many seconds to wait where there were too many, else null. */
  async count(whose: Limited, name: string): Promise<number | null> {
    if (this.limiters === null) return null;
    const refused = await this.limiters[whose].consume(name).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (refused === null) return null;
    if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
    throw refused as Error;
  }

  async close(): Promise<void> {
    await this.redis?.quit();
  }
}

function limiter(whose: Limited, points: number, redis: Redis | null): RateLimiterAbstract {
  const own = { points, duration: MINUTE, keyPrefix: `ledtid-requests-${whose}` };
  const memory = new RateLimiterMemory(own);
  if (redis === null) return memory;
  // While Redis does not answer each process counts for itself: neither nobody nor everybody is let in.
  return new RateLimiterRedis({ ...own, storeClient: redis, insuranceLimiter: memory });
}
