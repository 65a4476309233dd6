export * from './activity';
export * from './calendar';
export * from './cause-list';
export * from './cause-question';
export * from './civil-date';
export * from './clock-arithmetic';
export * from './clock-configuration';
export * from './clock-cycle';
export * from './clock-definition';
export * from './clock-due';
export * from './clock-pauses';
export * from './clock-refusal';
export * from './clock-wake-up';
export * from './configuration-error';
export { type Dated, inForce, overlapProblems, versionsBy } from './dated';
export {
  type ConfigurationProblem,
  COMMON_RULES,
  checkEntry,
  isPositiveInteger,
  isRecord,
  isText,
  kebabCase,
} from './entry-check';
export * from './holidays';
export * from './id-generator';
export * from './instant';
export * from './seeded-random';
export * from './span';
export * from './time-conservation';
export * from './time-error';
export * from './time-source';
export * from './written-moment';
