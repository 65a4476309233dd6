/** How one comparison in a benchmark came out. The least favourable round counts. */
export interface BenchResult {
  readonly name: string;
  /** The product's figure over the limit's or the peer's, of the worst round. */
  readonly ratio: number;
  /** What it is compared with. */
  readonly against: string;
  readonly unit: string;
  /** Every round as it was measured. */
  readonly rounds: readonly object[];
  /** Sentences for people. */
  readonly summary: readonly string[];
}

export interface BenchSettings {
  /** A server on which databases may be made: a role with CREATEDB that may also write checkpoints. */
  readonly databaseUrl: string;
  /** How far it is. */
  readonly progress: (line: string) => void;
}

/** A benchmark with its limit or peer in the same run. Raw results go where `npm run prove` keeps them. */
export interface Bench<Result extends BenchResult = BenchResult> {
  readonly description: string;
  run(settings: BenchSettings): Promise<Result>;
}
