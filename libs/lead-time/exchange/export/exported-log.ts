/** What is written into a file: events of cases, whichever format they are written in. */
export interface ExportSource {
  /** What every event may carry beside case, activity and time; `values` stand in this order. */
  readonly attributes: readonly ExportedAttribute[];
  /** In batches, a case's events together and in the order in which a report counts them. May be asked again. */
  events(): AsyncGenerator<ExportedEvent[]>;
  /** The objects that events are related to, in batches. */
  objects(): AsyncGenerator<ExportedObject[]>;
}

export interface ExportedAttribute {
  readonly name: string;
  readonly type: 'time' | 'text' | 'number';
}

export interface ExportedEvent {
  readonly caseId: string;
  /** From 1 within its case. */
  readonly number: number;
  readonly activity: string;
  /** UTC, ISO 8601. */
  readonly time: string;
  readonly values: readonly (string | number | null)[];
  /** Objects beside the case that the event is related to. */
  readonly related: readonly Relation[];
}

export interface Relation {
  readonly objectId: string;
  /** What the object is to the event or the other object. */
  readonly qualifier: string;
}

export interface ExportedObject {
  readonly id: string;
  readonly type: string;
  readonly attributes?: readonly { readonly name: string; readonly value: string; readonly time: string }[];
  readonly relationships?: readonly Relation[];
}

/** Type of the objects that are the cases; import takes it for the case without being told. */
export const CASE_TYPE = 'case';
