import type { Refusal } from '@ledtid/release';
import type { StepReport } from './step-processor';

/** A step that cannot be done as asked: trying again would change nothing, so the case hears of it at once. */
export function reportRefused(type: string, attempt: number, refusals: readonly Refusal[]): StepReport {
  return { type, payload: { code: refusals[0]?.code ?? 'refused', attempt }, notes: refusals };
}

export function totalRows(datasets: readonly { rows: number }[]): number {
  return datasets.reduce((sum, { rows }) => sum + rows, 0);
}
