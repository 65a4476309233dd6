import { type Instant, type TurnedTime } from '@ledtid/time';

/** What one party does over time: yields the moment at which it goes on. */
export type Script = AsyncGenerator<Instant, void, void>;

/** A script among others. */
export interface Strand {
  readonly ended: boolean;
}

/** Strands that end together, because their case has ended. */
export interface Story {
  over: boolean;
}

interface Entry extends Strand {
  at: Instant;
  readonly order: number;
  readonly story: Story;
  readonly script: Script;
  ended: boolean;
}

/** Many scripts under one turned clock, each step in the order in which it would have happened. */
export class History {
  private readonly entries: Entry[] = [];
  private begun = 0;

  constructor(private readonly time: TurnedTime) {}

  begin(at: Instant, story: Story, script: Script): Strand {
    this.begun += 1;
    const entry = { at, order: this.begun, story, script, ended: false };
    this.entries.push(entry);
    return entry;
  }

  /** Plays until a moment. What would come later is not played: it is what stands open then. */
  async play(until: Instant, check: () => void): Promise<void> {
    for (let entry = this.takeNext(); entry !== undefined && entry.at <= until; entry = this.takeNext()) {
      check();
      if (entry.story.over) continue;
      // A script may have let minutes pass within a step; the clock never goes back.
      if (entry.at > this.time.now()) this.time.turnTo(entry.at);
      const step = await entry.script.next();
      entry.ended = step.done === true;
      if (step.done === true) continue;
      entry.at = step.value;
      this.entries.push(entry);
    }
  }

  private takeNext(): Entry | undefined {
    this.entries.sort((one, other) =>
      one.at < other.at ? 1 : one.at > other.at ? -1 : other.order - one.order,
    );
    return this.entries.pop();
  }
}
