/** What was expected to go wrong and did: a stable kebab-case code, what is so, and what the reader does now. */
export interface Refused {
  code: string;
  reason: string;
  remedy: string;
}

/** An answer that says no. It is a value; nothing has been changed when it is given. */
export interface Refusal {
  refused: Refused;
}

export function refusal(code: string, reason: string, remedy: string): Refusal {
  return { refused: { code, reason, remedy } };
}

export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer;
}
