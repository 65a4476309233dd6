/** Numbers in [0, 1) that repeat: the same seed gives the same benchmark (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

/** A copy in another order. */
export function shuffled<Item>(random: () => number, items: readonly Item[]): Item[] {
  const order = items.map((item) => ({ item, place: random() }));
  return order.sort((one, other) => one.place - other.place).map(({ item }) => item);
}
