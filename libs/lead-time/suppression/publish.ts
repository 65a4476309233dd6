import { type Refusal, refusal } from '../refusal';
import type { AnyReport } from '../report-kinds';
import { publishActivity } from './publish-activity';
import { publishFlow } from './publish-flow';
import { publishLeadTime } from './publish-lead-time';
import { SUPPRESSION } from './definitions';

/** A report as the public may see it. What is withheld is null. */
export interface PublicReport {
  report: string;
  definition: string;
  public: true;
}

/** Refusal: `not-public`. The report comes from `LeadTimeReports`; `language` is the one it was asked in. */
export function publish(report: AnyReport, language: string | undefined): PublicReport | Refusal {
  const definition = `${report.definition} ${SUPPRESSION[language === 'sv' ? 'sv' : 'en']}`;
  const shown = publicly(report);
  if (shown === null) {
    return refusal(
      'not-public',
      `The report ${report.report} is not made for the public: its figures are not guarded against small groups.`,
      'Ask for lead-time, after-ethics, flow or activity, or leave public out.',
    );
  }
  return { ...report, ...shown, definition, public: true };
}

function publicly(report: AnyReport): object | null {
  switch (report.report) {
    case 'lead-time':
    case 'after-ethics':
      return publishLeadTime(report);
    case 'flow':
      return publishFlow(report);
    case 'activity':
      return publishActivity(report);
    default:
      return null;
  }
}
