import { CLOCKS_REPORT } from './clocks/clocks-report';
import { ACTIVITY } from './activity/activity-report';
import { CAUSES } from './causes/causes-report';
import { FLOW } from './flow/flow-report';
import { HOLDER } from './holder/holder-report';
import { QUALITY_REPORT } from './quality/quality-report';
import { CLOCKS } from './reports/case-figures';
import type { Report } from './reports/report';
import type { ReportFrame, ReportKind } from './reports/report-kind';

/** Every report but the lead-time table (`LeadTimeReports`), by the name that people ask for. */
const REPORT_KINDS = {
  activity: ACTIVITY,
  causes: CAUSES,
  clocks: CLOCKS_REPORT,
  flow: FLOW,
  holder: HOLDER,
  quality: QUALITY_REPORT,
};

/** The names of all reports that are made. */
export const REPORT_NAMES: readonly string[] = [...CLOCKS, ...Object.keys(REPORT_KINDS)];

/** Of which the contract has the name already. */
export const LATER_REPORTS: readonly string[] = ['forecast'];

type Kinds = typeof REPORT_KINDS;
type BodyOf<Kind> = Kind extends ReportKind<infer Body> ? Body : never;

/** One of these reports, told apart by its name. */
export type OtherReport = {
  [Name in keyof Kinds]: ReportFrame & { report: Name } & BodyOf<Kinds[Name]>;
}[keyof Kinds];

/** Any report at all. */
export type AnyReport = Report | OtherReport;

/** Null for what is none of these. */
export function reportKind(name: string): ReportKind<object> | null {
  const kinds: Readonly<Record<string, ReportKind<object>>> = REPORT_KINDS;
  return Object.hasOwn(kinds, name) ? (kinds[name] ?? null) : null;
}
