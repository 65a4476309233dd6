import { Cases } from '@ledtid/cases';
import { QueueRegistry, createLogger, createPool } from '@ledtid/platform';
import { OrderedIds, SystemTime } from '@ledtid/time';
import { Worker } from '../../apps/worker';
import { exampleStep } from './example-step';
import { configurationOf } from './memory-family';

/*
 * A worker in a process of its own, for a test that kills it: `DATABASE_URL REDIS_PREFIX REDIS_URL`. It writes
 * a line once it has a step in hand, and never ends it.
 */
async function main(databaseUrl: string, redisPrefix: string, redisUrl: string | undefined): Promise<void> {
  const logger = createLogger('silent');
  const configuration = configurationOf([exampleStep]);
  const pool = createPool({ url: databaseUrl });
  const time = new SystemTime();
  const cases = new Cases({ pool, time, ids: new OrderedIds(time), configuration });
  const { registry, clocks } = configuration;
  const names = registry.stages();
  const queues = await QueueRegistry.open({ names, databaseUrl, redisUrl, redisPrefix, logger });
  const run = () => {
    process.stdout.write('in hand\n');
    return new Promise<never>(() => undefined);
  };
  const locks = { concurrency: 1, lockSeconds: 1, stalledCheckSeconds: 1, maximumStalls: 3, perSecond: null };
  const retries = { attempts: 3, backoff: { type: 'exponential', delay: 5 } } as const;
  const executed = {
    crunch: {
      processor: { failure: 'CRUNCH_FAILED', about: () => ({}), run },
      settings: { ...locks, retries },
    },
  };
  new Worker({ pool, time, cases, registry, clocks, queues, logger, executed }).start();
}

void main(process.argv[2] ?? '', process.argv[3] ?? '', process.argv[4]);
