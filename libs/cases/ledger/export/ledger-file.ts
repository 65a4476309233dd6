import type { Pool } from 'pg';
import { readingSnapshot } from '@ledtid/platform';
import { digestOf } from '../digest';
import type { LedgerEntry } from '../ledger-entry';
import { ledgerEntries } from '../ledger-rows';
import { LedgerFileError } from './ledger-file-error';

/** What the first line says, so that no other file is taken for one. */
const HEADER = { format: 'ledtid-ledger', version: 1 };

/** How many entries of each kind the file holds; the last line, without which the file is cut off. */
interface End {
  chains: number;
  disposals: number;
  looks: number;
  checkpoints: number;
}

const NOTHING: Readonly<End> = { chains: 0, disposals: 0, looks: 0, checkpoints: 0 };

type Line = typeof HEADER | LedgerEntry | { readonly end: End };

/**
 * The whole ledger with its checkpoints as text, JSON Lines, at one moment: what `verify` needs, without payloads and
 * forms. `write` takes it as it comes.
 */
export async function exportLedger(
  pool: Pool,
  write: (text: AsyncIterable<string>) => Promise<void>,
): Promise<Readonly<End>> {
  return readingSnapshot(pool, async (client) => {
    const end = { ...NOTHING };
    await write(textOf(ledgerEntries(client), end));
    return end;
  });
}

async function* textOf(entries: AsyncIterable<LedgerEntry>, end: End): AsyncGenerator<string> {
  yield lineOf(HEADER);
  for await (const entry of entries) {
    count(end, entry);
    yield lineOf(entry);
  }
  yield lineOf({ end });
}

/** The entries of such a text. Throws `LedgerFileError` when it is another, or was cut off. */
export async function* ledgerEntriesOf(text: AsyncIterable<string>): AsyncGenerator<LedgerEntry> {
  const found = { ...NOTHING };
  let header: Line | null = null;
  let end: End | null = null;
  for await (const line of linesOf(text)) {
    const read = parsed(line);
    if (header === null) header = refuseOther(read);
    else if ('end' in read) end = { ...NOTHING, ...read.end };
    else if (kindOf(read as LedgerEntry) !== undefined) {
      count(found, read as LedgerEntry);
      yield read as LedgerEntry;
    }
  }
  if (end === null || digestOf(end) !== digestOf(found)) throw cutOff();
}

function count(end: End, entry: LedgerEntry): void {
  const kind = kindOf(entry);
  if (kind !== undefined) end[kind] += 1;
}

function kindOf(entry: LedgerEntry): keyof End | undefined {
  return (['chains', 'disposals', 'looks', 'checkpoints'] as const).find(
    (kind) => kind.slice(0, -1) in entry,
  );
}

function lineOf(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

function parsed(line: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    throw cutOff();
  }
}

function refuseOther(line: Line): Line {
  const { format, version } = line as Partial<typeof HEADER>;
  if (format === HEADER.format && version === HEADER.version) return line;
  throw new LedgerFileError(
    'ledger-file-unknown',
    `The file does not begin as an export of a ledger, version ${HEADER.version}, does.`,
    'Make it by `ledtid export --format ledger`.',
  );
}

function cutOff(): LedgerFileError {
  return new LedgerFileError(
    'ledger-file-truncated',
    'The export of the ledger is not whole: lines are missing or broken.',
    'Export or fetch it again.',
  );
}

/** Of JSON Lines; an empty last line is none. Split by hand, because `readline` also splits inside JSON texts. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = '';
  for await (const chunk of text) {
    const lines = `${begun}${chunk}`.split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  if (begun !== '') yield begun;
}
