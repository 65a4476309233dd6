import type { EpochMilliseconds } from '../cases/case-history';
import { madeAt } from '../made-at';
import { percentile, sortNumbers } from '../statistics/percentiles';
import type { StageVisits } from './rows-of';

/** A visit to a stage, by the time in it that was the holder's own, in milliseconds. */
export interface OwnVisit {
  stage: string;
  own: number;
  /** Of it, before the period. */
  before: number;
  /** Infinite while it is open. */
  ended: EpochMilliseconds;
}

type HolderTimes = Pick<StageVisits, 'closed' | 'open' | 'before'>;

/** Own times of visits by stage and holder: of one holder each, of the others, who stay unnamed, the median alone. */
export class OwnVisits {
  private readonly stages = new Map<string, Map<string, HolderTimes>>();

  constructor(private readonly holder: string) {}

  add(holder: string, { stage, own, before, ended }: OwnVisit): void {
    const holders = madeAt(this.stages, stage, () => new Map<string, HolderTimes>());
    const times = madeAt(holders, holder, () => ({ closed: [], open: [], before: [] }));
    times[ended < Infinity ? 'closed' : 'open'].push(own);
    if (before > 0) times.before.push(before);
  }

  /** Of the stages that are asked for. */
  finish(stages: ReadonlySet<string>): StageVisits[] {
    const asked = [...this.stages].filter(([stage]) => stages.has(stage));
    return asked.flatMap(([stage, holders]) =>
      [...holders].map(([holder, times]): StageVisits => {
        const mine = holder === this.holder;
        const median = mine ? null : percentile(sortNumbers(times.closed), 0.5);
        return { stage, mine, n: times.closed.length, median, ...(mine ? times : NO_TIMES) };
      }),
    );
  }
}

const NO_TIMES: HolderTimes = { closed: [], open: [], before: [] };
