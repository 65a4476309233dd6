import type { ActivityBody } from '../activity/activity';
import type { FlowBody } from '../flow/flow';
import { NOBODY, type Report } from '../reports/report';
import { publishActivity } from '../suppression/publish-activity';
import { publishFlow } from '../suppression/publish-flow';
import { publishLeadTime } from '../suppression/publish-lead-time';
import type { Public } from '../suppression/withhold';

/** Seconds; null: withheld, or nothing to measure. */
type Seconds = number | null;

interface Quantiles {
  p50: Seconds;
  p75: Seconds;
  p90: Seconds;
}

export interface PublicStage {
  key: string;
  /** Visits open at the end of the period, and their median age. */
  open: number | null;
  age: Seconds;
  /** Of the visits that closed in the period. */
  p50: Seconds;
  p90: Seconds;
}

/** What anybody may know of the work of the body. */
export interface PublicFigures {
  queue: { open: number | null; age: Seconds; backlogWeeks: number | null };
  stages: PublicStage[];
  leadTimes: {
    /** From first submission, and from ethics approval, to access to the last part. */
    access: Quantiles;
    afterEthics: Quantiles;
    /** Median, to an answer with statistics. */
    answer: Seconds;
  };
  applications: Public<ActivityBody['applications']>;
}

export interface PublishedReports {
  leadTime: Report;
  afterEthics: Report;
  flow: FlowBody;
  activity: ActivityBody;
}

/**
 * Each report guards its own small groups; beside each other they could still give them away: applications that ended,
 * less those with access, are those that ended otherwise. Hence counts come from one report a table, of applications and
 * of open work, which no sum connects, and all else are lengths of time.
 */
export function publicFigures({ leadTime, afterEthics, flow, activity }: PublishedReports): PublicFigures {
  const { applications, daysToAccess } = publishActivity(activity);
  return {
    queue: queueOf(flow),
    stages: stagesOf(flow, leadTime),
    leadTimes: {
      access: quantilesOf(leadTime),
      afterEthics: quantilesOf(afterEthics),
      answer: daysToAccess.answer.p50 === null ? null : daysToAccess.answer.p50 * 86_400,
    },
    applications,
  };
}

function queueOf(flow: FlowBody): PublicFigures['queue'] {
  const { workInProgress, age, backlogWeeks } = publishFlow(flow).cases;
  return {
    open: workInProgress.end,
    age: age.p50,
    backlogWeeks: backlogWeeks === null || backlogWeeks === 0 ? null : Math.round(backlogWeeks),
  };
}

function stagesOf(flow: FlowBody, leadTime: Report): PublicStage[] {
  const lengths = new Map(publishLeadTime(leadTime).rows.map(({ key, seconds }) => [key, seconds]));
  const open = new Map(publishFlow(flow).rows.map((row) => [row.key, row]));
  const keys = [...new Set([...open.keys(), ...lengths.keys()])].filter((key) => key !== NOBODY);
  return keys.map((key) => ({
    ...{ key, open: open.get(key)?.workInProgress.end ?? null, age: open.get(key)?.age.p50 ?? null },
    ...{ p50: lengths.get(key)?.p50 ?? null, p90: lengths.get(key)?.p90 ?? null },
  }));
}

function quantilesOf(report: Report): Quantiles {
  const { p50, p75, p90 } = publishLeadTime(report).total.seconds;
  return { p50, p75, p90 };
}
