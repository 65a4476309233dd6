import { PROOFS } from '.';

// Loaded first, as `npm run prove` does: benchmarks and command line know each other.
test('every proof is at hand by its name and says what it claims', () => {
  expect(Object.keys(PROOFS)).toEqual(
    expect.arrayContaining(['commands', 'import', 'kill', 'races', 'reports', 'requests', 'walks']),
  );
  for (const { claim } of Object.values(PROOFS)) expect(claim.length).toBeGreaterThan(20);
});
