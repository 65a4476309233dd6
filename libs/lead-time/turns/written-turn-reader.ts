import { parsedOnce } from '../parsed-once';
import type { TurnKind, TurnWords, TurnsOfTree, WrittenTurns } from './written-turns';

/** Reads written turns; the words of many of them are the same objects, for one report. */
export class WrittenTurnReader {
  private readonly known = new Map<string, TurnKind>();
  private readonly wordsIn = parsedOnce(([workflows, kinds]: TurnWords) => ({
    workflows,
    kinds: kinds.map((kind) => this.kind(kind)),
  }));

  read({ words, turns }: WrittenTurns): TurnsOfTree {
    return { turns, ...this.wordsIn(words) };
  }

  /** One object for each kind. */
  private kind(written: TurnWords[1][number]): TurnKind {
    const key = JSON.stringify(written);
    const [stage, activity, party, cause, leaf] = written;
    let kind = this.known.get(key);
    if (kind === undefined) this.known.set(key, (kind = { stage, activity, party, cause, leaf }));
    return kind;
  }
}
