/** From none to most: how large a part of the time of all cases a stage owns. */
export const DELAYS = ['none', 'little', 'some', 'most'] as const;

export type Delay = (typeof DELAYS)[number];

/** Shares from which on a stage is one of them. */
const FROM = { little: 0.02, some: 0.1, most: 0.2 } as const;

/** For who does not tell the colours apart, and for paper. */
export const MARKS: Readonly<Record<Delay, string>> = { none: '○', little: '◔', some: '◑', most: '●' };

export function delayOf(share: number): Delay {
  if (share >= FROM.most) return 'most';
  if (share >= FROM.some) return 'some';
  return share >= FROM.little ? 'little' : 'none';
}
