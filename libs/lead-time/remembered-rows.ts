import { getHeapStatistics } from 'node:v8';

const BYTES_A_NUMBER = 8;

/** A quarter of what the process may hold. */
const ROOM = Math.floor(getHeapStatistics().heap_size_limit / 4 / BYTES_A_NUMBER);

interface Remembered<Value> {
  readonly mark: string;
  readonly value: Value;
}

/** What was made of the rows of one subject, each by the row's id and its mark, which another row does not have. */
export interface Recollection<Value> {
  readonly isEmpty: boolean;
  /** What was made of the row; undefined where that is not remembered, or the row is another one now. */
  find(id: string, mark: string): Value | undefined;
  /** `numbers`: how many the value holds, for the bound. Answers the value. */
  keep(id: string, mark: string, value: Value, numbers: number): Value;
}

/**
 * What reports read of rows that seldom change, so that the next report need not read them again: reading a hundred
 * thousand documents takes longer than counting what is in them (ADR 16). Of one process and one database.
 *
 * | state          | a value is asked for                                                            |
 * | -------------- | ------------------------------------------------------------------------------- |
 * | not remembered | undefined: made and kept, if need be in place of subjects not asked for longest |
 * | remembered     | told, if the row has the mark that it was made from                             |
 * | out of date    | the mark is another one: as if not remembered                                   |
 */
export class RememberedRows {
  /** The subject last asked for is the last one. */
  private readonly subjects = new Map<string, Subject<unknown>>();

  /** How many numbers there is room for. */
  constructor(private readonly atMost = ROOM) {}

  about<Value>(subject: string): Recollection<Value> {
    const known = this.subjects.get(subject) ?? new Subject((own, more) => this.makeRoom(own, more));
    this.subjects.delete(subject);
    this.subjects.set(subject, known);
    return known as Subject<Value>;
  }

  private makeRoom(own: Subject<unknown>, more: number): boolean {
    let count = more;
    for (const { numbers } of this.subjects.values()) count += numbers;
    for (const [key, subject] of this.subjects) {
      if (count <= this.atMost || subject === own) break;
      this.subjects.delete(key);
      count -= subject.numbers;
    }
    return count <= this.atMost;
  }
}

class Subject<Value> implements Recollection<Value> {
  numbers = 0;
  private readonly values = new Map<string, Remembered<Value>>();

  constructor(private readonly makeRoom: (own: Subject<unknown>, more: number) => boolean) {}

  get isEmpty(): boolean {
    return this.values.size === 0;
  }

  find(id: string, mark: string): Value | undefined {
    const known = this.values.get(id);
    return known?.mark === mark ? known.value : undefined;
  }

  keep(id: string, mark: string, value: Value, numbers: number): Value {
    if (this.values.has(id)) this.values.set(id, { mark, value });
    else if (this.makeRoom(this, numbers)) {
      this.numbers += numbers;
      this.values.set(id, { mark, value });
    }
    return value;
  }
}
