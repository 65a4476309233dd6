export { LEAD_TIME_ENTITIES } from './entities';
export { type ImportOptions, type ImportedLog, importLog } from './exchange/import-log';
export type { LogColumns } from './exchange/log-event';
export { LeadTimeReports } from './lead-time-reports';
export { type Refused, isRefusal } from './refusal';
export { FIGURE_DEFINITIONS } from './reports/definitions';
export type { ReportQuery } from './reports/query';
export { DIMENSIONS, type Milestone, OUTCOMES, type Report, type Row } from './reports/report';
export { kaplanMeier, survivalQuantile } from './statistics/kaplan-meier';
