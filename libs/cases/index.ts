export * from './cases';
export * from './cases.module';
export * from './decision/command';
export { REFUSAL_CODES, refuse } from './decision/refusals';
export { decide } from './decision/decide';
export type { Configuration, Facts } from './decision/evolve';
export type { CaseView, ChildView, PossibleAction, StageView } from './decision/view';
export * from './entities';
export type * from './rows';
