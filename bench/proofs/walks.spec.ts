import { walkWorkflows } from './walks';

test('walks through all decisions keep time, chains and facts whole (npm run prove walks: 1,000 of each)', () => {
  const walked = walkWorkflows({ walks: 12, steps: 40, seed: 1 }, () => undefined);
  expect(walked.flatMap(({ faults }) => faults)).toEqual([]);
  for (const { accepted } of walked) expect(accepted).toBeGreaterThan(0);
});
