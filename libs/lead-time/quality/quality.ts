/** What is told of the work of one stage, one holder. Null: no workflow of this installation knows such events. */
export interface QualityFigures {
  /** Instances that passed the stage in the period. */
  passed: number;
  /** Share of these; null without any. */
  firstTimeRight: number | null;
  returns: number | null;
  redeliveries: number | null;
  complaints: number | null;
  completionRequests: number | null;
  corrections: number | null;
  reEntries: number;
}

/** The work of one holder. */
export interface QualityPart extends QualityFigures {
  key: string;
}

/** The work of one stage. */
export interface QualityRow extends QualityPart {
  rows: QualityPart[];
}

/** The work on one holder's instances, stage by stage. */
export interface OwnQuality {
  total: QualityFigures;
  rows: QualityPart[];
}

export interface QualityBody {
  /** Cases of which some part lies in the period. */
  cases: number;
  completionRequestsPerCase: number | null;
  total: QualityFigures;
  /** Those with the most that was not right the first time come first. */
  rows: QualityRow[];
}
