import { type Refusal, refusal } from '../../refusal';

type ExportProblemCode = 'file-not-writable' | 'not-in-xml';

/** Stops an export from inside its streams, which can only throw. `exportLog` turns it into a refusal. */
export class ExportProblem extends Error {
  override readonly name = 'ExportProblem';

  constructor(
    readonly code: ExportProblemCode,
    readonly reason: string,
    readonly remedy: string,
  ) {
    super(`${reason} ${remedy} (${code})`);
  }

  toRefusal(): Refusal {
    return refusal(this.code, this.reason, this.remedy);
  }
}
