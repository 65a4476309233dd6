import type { Instant } from '@ledtid/time';
import type { History, Story } from './history';
import { daysAfter, workingDaysAfter } from './office-hours';
import type { Plot } from './plots';
import type { SeededRandom } from './seeded-random';
import type { StageHand, Who } from './stage-hand';

/** One case of the history: what shall become of it, and who works on it. */
export interface Scene {
  readonly plot: Plot;
  readonly number: number;
  readonly random: SeededRandom;
  readonly hand: StageHand;
  readonly history: History;
  readonly story: Story;
  readonly applicant: Who;
  readonly officer: Who;
  /** Instance of the application, once there is one. */
  id: string;
}

/** People take it up or finish it after about so many working days. */
export function working({ hand, random }: Scene, days: number): Instant {
  return workingDaysAfter(hand.time.now(), random.around(days), random);
}

/** Somebody outside answers after about so many days, at most so many: deadlines are kept unless the plot says so. */
export function answering({ hand, random }: Scene, days: number, atMost: number): Instant {
  return daysAfter(hand.time.now(), Math.min(random.around(days, 0.4), atMost), random);
}

/** A SHA-256 digest of nothing that exists: the packages of the past are gone. */
export function inventedDigest({ random }: Scene): string {
  return Array.from({ length: 64 }, () => Math.floor(random.next() * 16).toString(16)).join('');
}
