import { type Instant, type TimeSource } from '@ledtid/time';
import type { Pool } from 'pg';
import type { AgeingRow } from './lengths/ageing-tally';
import type { Lengths } from './lengths/lengths-tally';
import { type LengthsAsked, ageingOf, lengthsBehind } from './lengths/stage-details';
import { type Refusal, isRefusal, refusal } from './refusal';
import { RememberedRows } from './remembered-rows';
import { type AnyReport, LATER_REPORTS, type OtherReport, REPORT_NAMES, reportKind } from './report-kinds';
import { ReportAccumulator, type ReportBody } from './reports/accumulator';
import type { Scope } from './reports/case-figures';
import { type CasesBehind, casesBehind } from './reports/cases-behind';
import { REPORT_DEFINITIONS } from './reports/definitions';
import { inSnapshot } from './reports/in-snapshot';
import { logReport } from './reports/log-report';
import { type CheckedQuery, type ReportQuery, checkQuery } from './reports/query';
import type { Report } from './reports/report';
import type { ReportConfiguration, ReportFrame, ReportKind } from './reports/report-kind';
import { scopeOf } from './reports/scope-of';
import { sheetsOfReport } from './sheets/sheets-of-report';
import { type ToldStory, toldStory } from './story/told-story';

type Clock = Scope['clock'];
type Told = ReportBody & { story: ToldStory | null };

/** The reports as the command line and HTTP ask for them. It reads; it never writes a case. */
export class LeadTimeReports {
  private readonly remembered = new RememberedRows();

  constructor(
    private readonly pool: Pool,
    private readonly time: TimeSource,
    private readonly configuration: ReportConfiguration,
  ) {}

  /**
   * Refusals: `unknown-report`, `report-not-available`, `bad-period`, `unknown-dimension`, `unknown-filter-value`,
   * `unknown-language`, `bad-page`, `unknown-log`, `not-in-log`, `holder-not-named`.
   */
  async report(name: 'lead-time' | 'after-ethics', query?: ReportQuery): Promise<Report | Refusal>;
  async report(name: string, query?: ReportQuery): Promise<AnyReport | Refusal>;
  async report(name: string, query: ReportQuery = {}): Promise<AnyReport | Refusal> {
    const kind = reportKind(name);
    const checked = checkQuery(query, kind?.dimensions);
    if (isRefusal(checked)) return checked;
    if (kind !== null) return this.other(name, kind, checked);
    if (name !== 'lead-time' && name !== 'after-ethics') return notAReport(name);
    return this.table(name, checked);
  }

  /**
   * The cases behind a row of a lead-time table, for readers who may see every case. Refusals as of `report`, and
   * `no-cases-behind` for a report whose rows cannot be asked so.
   */
  async casesBehind(name: string, key: string, query: ReportQuery = {}): Promise<CasesBehind | Refusal> {
    const checked = checkQuery(query);
    if (isRefusal(checked)) return checked;
    if (name !== 'lead-time' && name !== 'after-ethics') {
      return reportKind(name) === null ? notAReport(name) : noCasesBehind(name);
    }
    if (checked.log !== null) return notOfALog('cases that can be shown');
    return casesBehind(this.pool, this.remembered, name, key, checked, this.time.now());
  }

  /** The visits of a row of a lead-time table: how their lengths lie, and how many last longer. Refusals as of `report`. */
  async lengths(name: string, key: string, query: ReportQuery = {}): Promise<Lengths | Refusal> {
    const asked = this.visitsAsked(name, query);
    return isRefusal(asked) ? asked : lengthsBehind(asked, key);
  }

  /** How old the open visits of each row of a lead-time table are. Refusals as of `report`. */
  async ageing(name: string, query: ReportQuery = {}): Promise<AgeingRow[] | Refusal> {
    const asked = this.visitsAsked(name, query);
    return isRefusal(asked) ? asked : ageingOf(asked);
  }

  private visitsAsked(name: string, query: ReportQuery): LengthsAsked | Refusal {
    // A month has no visits of its own: its rows are whole cases.
    const checked = checkQuery(query, ['stage', 'party', 'holder', 'cause']);
    if (isRefusal(checked)) return checked;
    if (name !== 'lead-time' && name !== 'after-ethics') {
      return reportKind(name) === null ? notAReport(name) : noCasesBehind(name);
    }
    if (checked.log !== null) return notOfALog('visits that can be shown');
    const { pool, remembered } = this;
    return { pool, remembered, clock: name, query: checked, now: this.time.now() };
  }

  private async other(
    report: string,
    kind: ReportKind<object>,
    query: CheckedQuery,
  ): Promise<OtherReport | Refusal> {
    if (query.log !== null) return notOfALog(report);
    const wrong = kind.refuse?.(query) ?? null;
    if (wrong !== null) return wrong;
    const now = this.time.now();
    const body = await inSnapshot(this.pool, (client) =>
      kind.make(client, query, now, { ...this.configuration, remembered: this.remembered }),
    );
    const frame: ReportFrame = {
      ...{ report, definition: kind.definition[query.language], refreshedAt: now },
      ...{ method: 'exact', error: 0, period: { from: query.from, to: query.to } },
    };
    return { ...frame, ...body } as OtherReport;
  }

  private async table(name: Clock, checked: CheckedQuery): Promise<Report | Refusal> {
    const now = this.time.now();
    const body =
      checked.log === null
        ? await this.overCases(name, checked, now)
        : await this.overLog(name, checked.log, checked);
    return isRefusal(body) ? body : framed(name, checked, now, { story: null, ...body });
  }

  private async overLog(name: Clock, log: string, query: CheckedQuery): Promise<ReportBody | Refusal> {
    if (name === 'lead-time') return logReport(this.pool, log, query);
    return refusal(
      'not-in-log',
      'An imported log does not tell when ethics was approved.',
      'Ask for lead-time.',
    );
  }

  private overCases(clock: Clock, query: CheckedQuery, now: Instant): Promise<Told> {
    const { by } = query;
    const table = scopeOf(clock, query, now);
    return inSnapshot(this.pool, async (client) => {
      const report = new ReportAccumulator(table.scope, by);
      await sheetsOfReport(client, table, by, this.remembered, (sheet) => report.add(sheet));
      const story = await toldStory(client, { query, ...table }, this.configuration);
      return { ...report.finish(), story };
    });
  }
}

function framed(report: Clock, query: CheckedQuery, now: Instant, body: Told): Report {
  const { cases, open, outcomes, total, milestones, accessBy, incidence, rows, story } = body;
  const definition = REPORT_DEFINITIONS[query.log === null ? report : 'log'][query.language];
  const cohort = { from: query.from, to: query.to, cases, open };
  return {
    ...{
      report,
      definition,
      refreshedAt: now,
      method: 'exact',
      error: 0,
      cohort,
      outcomes,
      total,
      milestones,
    },
    ...{ accessBy, incidence, rows, story },
  };
}

function notOfALog(name: string): Refusal {
  return refusal(
    'not-in-log',
    `An imported log does not tell ${name}.`,
    'Ask for lead-time, or leave the log out.',
  );
}

function noCasesBehind(name: string): Refusal {
  return refusal(
    'no-cases-behind',
    `The rows of "${name}" do not tell which cases are behind them.`,
    'Ask for the cases behind a row of lead-time or after-ethics.',
  );
}

function notAReport(name: string): Refusal {
  const remedy = `Ask for one of ${REPORT_NAMES.join(', ')}.`;
  return LATER_REPORTS.includes(name)
    ? refusal('report-not-available', `The report "${name}" is not made yet.`, remedy)
    : refusal('unknown-report', `There is no report "${name}".`, remedy);
}
