import type { AnyReport, ReportQuery } from '@ledtid/lead-time';
import { activityText } from './activity-text';
import { causesText } from './causes-text';
import { flowText } from './flow-text';
import { clocksText } from './clocks-text';
import { holderText } from './holder-text';
import { qualityText } from './quality-text';
import { reportText } from './report-text';

type Name = AnyReport['report'];
type Named<Key extends Name> = Extract<AnyReport, { report: unknown }> & { report: Key };

/** How each report reads to people. */
const TEXTS: { readonly [Key in Name]: (report: Named<Key>, query: ReportQuery) => string } = {
  'lead-time': leadTimeText,
  'after-ethics': leadTimeText,
  activity: activityText,
  causes: causesText,
  clocks: clocksText,
  flow: flowText,
  holder: holderText,
  quality: qualityText,
};

/** A report for people, in lines that a terminal shows whole; `query` is what was asked. */
export function textOf(report: AnyReport, query: ReportQuery): string {
  const text = TEXTS[report.report] as (report: AnyReport, query: ReportQuery) => string;
  return text(report, query);
}

function leadTimeText(report: Named<'lead-time' | 'after-ethics'>, { by, log }: ReportQuery): string {
  return reportText(report, by ?? (log === undefined ? 'stage' : 'activity'));
}
