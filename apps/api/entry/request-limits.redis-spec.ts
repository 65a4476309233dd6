import { OrderedIds, SystemTime } from '@ledtid/time';
import { RequestLimits } from './request-limits';

const redisUrl = process.env.LEDTID_TEST_REDIS;

test('two processes on one Redis count together', async () => {
  const processes = [1, 2].map(() => new RequestLimits({ perMinute: 3, redisUrl }));
  const name = new OrderedIds(new SystemTime()).next();
  const waits: (number | null)[] = [];
  for (const index of [0, 1, 0, 1]) waits.push(await processes[index]!.count('person', name));
  await Promise.all(processes.map((one) => one.close()));
  expect(waits.slice(0, 3)).toEqual([null, null, null]);
  expect(waits[3]).toBeGreaterThan(0);
});
