import { v7 } from 'uuid';
import type { TimeSource } from './time-source';

/** The one source of ids. No database default makes one, so that an invented history repeats byte for byte. */
export interface IdGenerator {
  next(): string;
}

const BYTES_OF_ID = 16;
const IDS_AT_ONCE = 256;

/** UUID version 7 (RFC 9562): ordered by the injected clock, so that indexes stay dense. */
export class OrderedIds implements IdGenerator {
  private lastMillisecond = -1;
  private sequence = 0;
  // Asked of the system for many ids at once: asking costs more than the rest of an id.
  private readonly random = new Uint8Array(BYTES_OF_ID * IDS_AT_ONCE);
  private used = this.random.length;

  constructor(private readonly time: TimeSource) {}

  next(): string {
    const millisecond = Date.parse(this.time.now());
    this.sequence = millisecond === this.lastMillisecond ? this.sequence + 1 : 0;
    this.lastMillisecond = millisecond;
    return v7({ msecs: millisecond, seq: this.sequence, random: this.nextRandom() });
  }

  private nextRandom(): Uint8Array {
    if (this.used === this.random.length) {
      crypto.getRandomValues(this.random);
      this.used = 0;
    }
    this.used += BYTES_OF_ID;
    return this.random.subarray(this.used - BYTES_OF_ID, this.used);
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
