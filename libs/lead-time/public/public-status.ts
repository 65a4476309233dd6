import { type CivilDate, type Instant, type TimeSource, civilDateOf } from '@ledtid/time';
import type { Text } from '@ledtid/workflow';
import type { LeadTimeReports } from '../lead-time-reports';
import { type Refusal, isRefusal } from '../refusal';
import type { AnyReport, OtherReport } from '../report-kinds';
import { PUBLIC_DEFINITION } from './definitions';
import { type PublicFigures, publicFigures } from './public-figures';

export interface PublicStatus extends PublicFigures {
  definition: Text;
  refreshedAt: Instant;
  /** `to` is not counted. */
  period: { from: CivilDate; to: CivilDate };
}

/** How long an answer serves, in milliseconds: what anybody may ask for must not cost four reports each time. */
const SERVES = 15 * 60_000;

/**
 * The status for the public. nothing asked for → (somebody asks) → being made, for all who ask meanwhile → remembered →
 * (15 minutes, or a new month) → nothing asked for. What fails is not remembered.
 */
export class PublicStatuses {
  private last: { readonly made: Promise<PublicStatus>; readonly at: number; readonly month: string } | null =
    null;

  constructor(
    private readonly reports: LeadTimeReports,
    private readonly time: TimeSource,
  ) {}

  current(): Promise<PublicStatus> {
    const now = this.time.now();
    const [at, month] = [Date.parse(now), civilDateOf(now).slice(0, 7)];
    const { last } = this;
    if (last !== null && last.month === month && at >= last.at && at < last.at + SERVES) return last.made;
    const made = this.make(now);
    this.last = { made, at, month };
    made.catch(() => (this.last = null));
    return made;
  }

  private async make(now: Instant): Promise<PublicStatus> {
    const period = lastTwelveMonths(civilDateOf(now));
    // One after the other: whoever works here goes before whoever looks.
    const leadTime = orThrow(await this.reports.report('lead-time', period));
    const afterEthics = orThrow(await this.reports.report('after-ethics', period));
    const flow = named('flow', await this.reports.report('flow', period));
    const activity = named('activity', await this.reports.report('activity', period));
    const figures = publicFigures({ leadTime, afterEthics, flow, activity });
    return { definition: PUBLIC_DEFINITION, refreshedAt: now, period, ...figures };
  }
}

/** No query here is one that can be refused. */
function orThrow<Made extends object>(report: Made | Refusal): Made {
  if (isRefusal(report)) throw new Error(`No public status: ${report.refused.code}.`);
  return report;
}

function named<Name extends OtherReport['report']>(name: Name, made: AnyReport | Refusal) {
  const report = orThrow(made);
  if (report.report !== name) throw new Error(`No public status: ${report.report} in place of ${name}.`);
  return report as Extract<OtherReport, { report: Name }>;
}

function lastTwelveMonths(today: CivilDate): PublicStatus['period'] {
  const month = today.slice(5, 7);
  return { from: `${Number(today.slice(0, 4)) - 1}-${month}-01`, to: `${today.slice(0, 7)}-01` };
}
