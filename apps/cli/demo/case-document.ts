/** What the demonstration reads of the API's answers (docs of the API: /api/docs); they hold more. */
export interface CaseDocument {
  readonly id: string;
  readonly registrationNumber: string | null;
  readonly workflow: string;
  readonly parent: string | null;
  readonly holder: string | null;
  readonly version: number;
  readonly formVersion: number;
  /** Paths of the active leaves; of a case that has ended, the name of its end. */
  readonly state: readonly string[];
  readonly outcome: string | null;
}

export interface EventDocument {
  readonly number: number;
  readonly type: string;
  readonly actor: string;
  readonly record: Readonly<Record<string, unknown>>;
}

export interface PageDocument<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
}

/** RFC 9457, as the API answers an error. */
export interface ProblemDocument {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly details?: readonly string[];
}
