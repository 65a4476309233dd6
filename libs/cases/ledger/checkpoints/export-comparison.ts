import { type LedgerFault, checkpointFault } from '../ledger-fault';
import { Peekable } from '../peekable';
import { type Checkpoint, lineOf } from './checkpoint';

/** What was exported of the checkpoints, to be held against them. */
export interface ExportedCheckpoints {
  /** As `lineOf` makes them. */
  readonly lines: AsyncIterable<string>;
  /** Whether it must have them all. A copy that somebody took earlier need not have the later ones. */
  readonly whole: boolean;
}

/** Compares checkpoints, as they come, with their export. */
export class ExportComparison {
  private constructor(
    private readonly lines: Peekable<string>,
    private readonly whole: boolean,
  ) {}

  static async with({ lines, whole }: ExportedCheckpoints): Promise<ExportComparison> {
    return new ExportComparison(await Peekable.of(lines), whole);
  }

  async take(checkpoint: Checkpoint): Promise<LedgerFault | null> {
    const line = await this.lines.take();
    if (line === undefined) {
      return this.whole ? checkpointFault('checkpoint-not-exported', checkpoint.number) : null;
    }
    return line === lineOf(checkpoint)
      ? null
      : checkpointFault('checkpoint-export-differs', checkpoint.number);
  }

  /** `last`: the number of the last checkpoint that was taken. */
  end(last: number): LedgerFault | null {
    return this.lines.next === undefined ? null : checkpointFault('checkpoint-missing', last + 1);
  }
}
