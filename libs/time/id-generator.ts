import { v7 } from 'uuid';
import type { TimeSource } from './time-source';

/** The one source of ids. No database default makes one, so that an invented history repeats byte for byte. */
export interface IdGenerator {
  next(): string;
}

/** UUID version 7 (RFC 9562): ordered by the injected clock, so that indexes stay dense. */
export class OrderedIds implements IdGenerator {
  private lastMillisecond = -1;
  private sequence = 0;

  constructor(private readonly time: TimeSource) {}

  next(): string {
    const millisecond = Date.parse(this.time.now());
    this.sequence = millisecond === this.lastMillisecond ? this.sequence + 1 : 0;
    this.lastMillisecond = millisecond;
    return v7({ msecs: millisecond, seq: this.sequence });
  }
}

/** Ids that repeat: the same seed and order of calls give the same ids. For tests and the demonstration. */
export class CountedIds implements IdGenerator {
  private count = 0;

  constructor(private readonly prefix = 0) {}

  next(): string {
    this.count += 1;
    const head = this.prefix.toString(16).padStart(8, '0');
    return `${head}-0000-7000-8000-${this.count.toString(16).padStart(12, '0')}`;
  }
}
