/**
 * Numbers in [0, 1) that repeat with their seed, as times and ids do where somebody turns the clock: invented data
 * must be the same on every machine. Mulberry32 (T. Ettinger, 2017): small and fast. Not for secrets.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
