import { type Instant, toInstant } from '@ledtid/time';
import type { ColumnOptions } from 'typeorm';

/** TypeORM gives a `Date` for a timestamptz; everywhere else in the product a moment is an `Instant`. */
const asInstant = {
  from: (stored: Date | null): Instant | null => (stored === null ? null : toInstant(stored)),
  to: (moment: unknown): unknown => moment,
};

/** A moment in UTC. */
export const moment: ColumnOptions = { type: 'timestamptz', transformer: asInstant };
/** A moment that may not have come yet. */
export const momentOrNull: ColumnOptions = { ...moment, nullable: true };
export const textOrNull: ColumnOptions = { type: 'text', nullable: true };
