/** What a proof is given. */
export interface ProofSettings {
  /** A server on which databases may be made; started when first asked for. */
  readonly databaseUrl: () => Promise<string>;
  readonly progress: (line: string) => void;
}

/** What a proof found. Everything in it is kept in `bench/results/NAME.json`. */
export interface ProofResult {
  readonly name: string;
  /** Whether what the proof claims was so. */
  readonly holds: boolean;
  /** The commit that was measured: a commit cannot contain its own hash. */
  readonly commit: string | null;
  readonly seed: number;
  /** Sentences for people. */
  readonly summary: readonly string[];
}

/** Something that is claimed of the product, run at full size by hand; `npm test` runs the same code small. */
export interface Proof {
  readonly claim: string;
  run(settings: ProofSettings): Promise<ProofResult>;
}
