/** Every way in which a twelve-digit personnummer is written down; any other identifier only as it is. */
export function spellings(identifier: string): string[] {
  if (!/^\d{12}$/.test(identifier)) return [identifier];
  const [century, day, number] = [identifier.slice(0, 2), identifier.slice(2, 8), identifier.slice(8)];
  return [
    identifier,
    `${century}${day}-${number}`,
    `${day}-${number}`,
    `${day}+${number}`,
    `${day}${number}`,
  ];
}

/** A bare ten-digit spelling counts only as a word of its own: long fractions hold such digits by chance. */
const BARE = 10;

/**
 * Finds identifiers in bytes, many thousands of them at once: a table of their first three bytes says where
 * to look closer. Spellings must be at least four bytes of ASCII.
 */
export class Canaries {
  private readonly starts = new Uint8Array(1 << 24);
  private readonly lengths: number[];
  private readonly words: Set<string>;

  constructor(identifiers: Iterable<string>) {
    this.words = new Set([...identifiers].flatMap(spellings));
    this.lengths = [...new Set([...this.words].map((word) => word.length))];
    for (const word of this.words) {
      if (word.length < 4)
        throw new Error('An identifier of fewer than four characters is found everywhere.');
      this.starts[startOf(Buffer.from(word, 'latin1'), 0)] = 1;
    }
  }

  /** How many identifiers the bytes hold. */
  count(bytes: Buffer): number {
    let found = 0;
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (this.starts[startOf(bytes, at)] === 1 && this.isAt(bytes, at)) found += 1;
    }
    return found;
  }

  private isAt(bytes: Buffer, at: number): boolean {
    return this.lengths.some((length) => {
      const word = bytes.toString('latin1', at, at + length);
      if (!this.words.has(word)) return false;
      return !(length === BARE && /^\d+$/.test(word)) || isWord(bytes, at, at + length);
    });
  }
}

function startOf(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}

function isWord(bytes: Buffer, from: number, to: number): boolean {
  return !isPartOfWord(bytes[from - 1]) && !isPartOfWord(bytes[to]);
}

function isPartOfWord(byte: number | undefined): boolean {
  return byte !== undefined && /[0-9A-Za-z.]/.test(String.fromCharCode(byte));
}
