import { type CaseAnswer, type Refusal, isRefusal } from '@ledtid/cases';

/** How the case took what a job told it. */
export type Settled = { readonly done: string } | { readonly moot: string };

/**
 * What a case's answer means for a job. A conflict is no failure: the case has moved on and the job is moot.
 * Any other refusal is a mistake in the program, and must not look done.
 */
export function settle(type: string, answer: CaseAnswer | Refusal): Settled {
  if (!isRefusal(answer)) return { done: type };
  if (answer.refusal === 'conflict') return { moot: answer.code };
  const details = answer.details?.join('; ') ?? answer.text.en;
  throw new Error(`The case refused ${type} of the system: ${answer.code} (${details}).`);
}
