import type { Flow, FlowBody, StageFlow } from '../flow/flow';
import { BACKLOG_WEEKS } from '../flow/flow-of';
import { isSmall } from './suppress-table';
import { type Public, type PublicRow, suppressRows, unlessSmall, withheld } from './withhold';

export interface PublicFlow {
  cases: PublicRow<Flow>;
  rows: PublicRow<StageFlow>[];
}

export function publishFlow({ cases, rows }: FlowBody): PublicFlow {
  const hidden = suppressRows(rows, countsOf).rows;
  return {
    cases: publicFlow(cases, countsOf(cases).some(isSmall)),
    rows: rows.map((row, index) => {
      const suppressed = hidden[index] === true;
      return { ...withheld(row), ...(suppressed ? {} : shownStage(row)), ...publicFlow(row, suppressed) };
    }),
  };
}

function countsOf({ arrivals, departures, workInProgress }: Flow): number[] {
  return [arrivals, departures, workInProgress.start, workInProgress.end];
}

/** Each is a part of the visits: shown where the part is not a small group. */
function shownStage({ reEntries, handOffs, recordingLag }: StageFlow) {
  const late = Math.round((recordingLag.overADay ?? 0) * recordingLag.n);
  return {
    reEntries: unlessSmall(reEntries),
    handOffs: unlessSmall(handOffs),
    recordingLag: isSmall(recordingLag.n)
      ? withheld(recordingLag)
      : { ...recordingLag, overADay: isSmall(late) ? null : recordingLag.overADay },
  };
}

function publicFlow(flow: Flow, suppressed: boolean): PublicRow<Flow> {
  const { arrivals, departures, workInProgress, months, age, backlogWeeks, little } = flow;
  const shown = { arrivals, departures, workInProgress, months, age, backlogWeeks, little };
  if (suppressed) return { ...withheld(shown), ...{ months: [], age: publicAge(age, 0), suppressed } };
  return {
    ...shown,
    // What a month left there is what the next one found: one month can be told from those beside it.
    months: months.some(
      (month) => isSmall(month.arrivals) || isSmall(month.departures) || isSmall(month.workInProgress),
    )
      ? []
      : months,
    age: publicAge(age, workInProgress.end),
    backlogWeeks: publicBacklog(backlogWeeks, workInProgress.end),
    suppressed,
  };
}

/** Open work and the weeks that it takes tell how many left lately: withheld where those are few. */
function publicBacklog(weeks: number | null, open: number): number | null {
  if (weeks === null || weeks === 0) return weeks;
  return isSmall(Math.round((open * BACKLOG_WEEKS) / weeks)) ? null : weeks;
}

/** The oldest is one case's. Of the counts all or none: the small group may be the difference between two. */
function publicAge(age: Flow['age'], open: number): Public<Flow['age']> {
  const { p50, p90, over30Days, over90Days, over180Days } = age;
  const groups = [open - over30Days, over30Days - over90Days, over90Days - over180Days, over180Days];
  const counts = { over30Days, over90Days, over180Days };
  return {
    ...(open === 0 ? { p50: null, p90: null } : { p50, p90 }),
    ...{ max: null, oldest: null },
    ...(open < 0 || groups.some(isSmall) || groups.some((one) => one < 0) ? withheld(counts) : counts),
  };
}
