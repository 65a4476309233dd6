/** A committed file that is made from the code. */
export interface Artefact {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly content: string;
}
