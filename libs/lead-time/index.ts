export { LEAD_TIME_ENTITIES } from './entities';
export { type ImportOptions, type ImportedLog, type LogStore, importLog } from './exchange/import-log';
export { IMPORT_PROBLEMS, type ImportProblemCode } from './exchange/import-problem';
export type { LogColumns } from './exchange/log-event';
export { LeadTimeReports } from './lead-time-reports';
export { type Refusal, type Refused, isRefusal } from './refusal';
export { FIGURE_DEFINITIONS, REPORT_DEFINITIONS } from './reports/definitions';
export type { ReportQuery } from './reports/query';
export {
  DIMENSIONS,
  type Dimension,
  type Milestone,
  OUTCOMES,
  type Outcome,
  type Report,
  type Row,
} from './reports/report';
export {
  type Observation,
  type SurvivalStep,
  kaplanMeier,
  survivalQuantile,
} from './statistics/kaplan-meier';
