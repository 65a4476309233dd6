import { RowTally } from '../reports/row-tally';
import { type OtherHolder, comparisonOf } from './comparison';
import { type HolderRow, OWN } from './holder';
import { type TurnCell, causesOf, millisecondsOf, shareOf } from './time-of';

/** The visits of one holder to one stage: in milliseconds of own time. */
export interface StageVisits extends OtherHolder {
  stage: string;
  /** Of the holder whose report it is. Of the others the lists are empty. */
  mine: boolean;
  closed: number[];
  open: number[];
  /** What of each visit lay before the period, where something did. */
  before: number[];
}

/** A row for each stage in which the holder had visits or a turn, the most own time first. `whole`: of all time. */
export function rowsOf(
  visits: readonly StageVisits[],
  cells: readonly TurnCell[],
  whole: number,
): HolderRow[] {
  const own = cells.filter(({ part }) => part === OWN);
  const visited = visits.filter(({ mine }) => mine).map(({ stage }) => stage);
  const stages = [...new Set([...visited, ...own.map(({ stage }) => stage)])];
  return stages
    .map((key) => {
      const there = visits.filter(({ stage }) => stage === key);
      return {
        ...visitFigures(
          key,
          there.find(({ mine }) => mine),
        ),
        ...turnFigures(
          own.filter(({ stage }) => stage === key),
          whole,
        ),
        comparison: comparisonOf(there.filter(({ mine }) => !mine)),
      };
    })
    .sort((one, other) => other.own.seconds - one.own.seconds || (one.key < other.key ? -1 : 1));
}

type VisitFigures = Pick<HolderRow, 'key' | 'n' | 'open' | 'seconds' | 'censored'>;

function visitFigures(key: string, visits: StageVisits | undefined): VisitFigures {
  const tally = new RowTally(key);
  for (const time of visits?.closed ?? []) tally.addClosed(time);
  for (const time of visits?.open ?? []) tally.addUnended(time);
  tally.open = visits?.open.length ?? 0;
  // A millisecond less, as in every report: what ended as the period began was at risk in it.
  for (const time of visits?.before ?? []) tally.addEntry(time - 1);
  const { n, open, seconds, censored } = tally.toRow(0);
  return { key, n, open, seconds, censored };
}

function turnFigures(
  own: readonly TurnCell[],
  whole: number,
): Omit<HolderRow, keyof VisitFigures | 'comparison'> {
  const milliseconds = millisecondsOf(own);
  return {
    own: { seconds: milliseconds / 1000, share: shareOf(milliseconds, whole) },
    waiting: millisecondsOf(own, 'waiting') / 1000,
    assigned: millisecondsOf(own, 'assigned') / 1000,
    paused: millisecondsOf(own, 'paused') / 1000,
    causes: causesOf(own),
  };
}
