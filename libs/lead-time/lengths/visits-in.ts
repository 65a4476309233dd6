import { type CaseSheet, STILL_OPEN, WHOLE_CAUSES } from '../sheets/case-sheet';

/** Epoch milliseconds; `lasts` null while open. */
type SeeVisit = (key: string, start: number, lasts: number | null) => void;

/** Tells the visits on a sheet, row after row, past the figures that stand before them. */
export function eachVisitOn({ words, numbers }: CaseSheet, see: SeeVisit): void {
  const [since = 0] = numbers;
  let at = WHOLE_CAUSES + words.pathCauses.length + 2 * words.milestones.length;
  words.keys.forEach((key, place) => {
    // Contributed, removable and four portions come first, then the causes.
    at += 6 + (words.causes[place]?.length ?? 0);
    for (let visits = numbers[at++] ?? 0; visits > 0; visits -= 1) {
      const start = since + (numbers[at++] ?? 0);
      const lasts = numbers[at++] ?? STILL_OPEN;
      see(key, start, lasts === STILL_OPEN ? null : lasts);
    }
  });
}
