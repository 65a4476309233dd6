import { type Refusal, isRefusal } from '@ledtid/cases';
import { type Problem, refusalProblem } from './problem';

/** Carries a problem out of a guard, a pipe or a controller to the filter that answers with it. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    /** Further members of the answer, such as the present state with a conflict. */
    readonly beside: Readonly<Record<string, unknown>> = {},
  ) {
    super(problem.code);
  }
}

/** The answer, or its refusal on the way to the filter. Where a conflict shows a case, the caller presents it. */
export function orRefuse<Answer extends object>(
  answer: Answer | Refusal,
  besideOf: (refusal: Refusal) => Record<string, unknown> = () => ({}),
): Answer {
  if (isRefusal(answer)) throw new ProblemError(refusalProblem(answer), besideOf(answer));
  return answer;
}
