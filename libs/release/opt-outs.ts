import type { Instant } from '@ledtid/time';
import { withSource } from './connectors/open-source';
import type { SourceConfiguration } from './connectors/source';
import type { Engine } from './engine/engine';
import { quoteName } from './engine/quote';
import { canonicalIdentifier } from './engine/typed-column';
import type { Refusal } from './outcome';
import { ReleaseFault } from './release-fault';
import { PERSON } from './selection/compile-condition';
import { EXCLUDED } from './selection/compile-selection';
import type { IdentifierFormat } from './selection/dataset-description';
import type { Selection } from './selection/selection';

/**
 * A list of persons who opted out, outside Ledtid's database, read at every extraction. `from` and `to` of
 * an entry are instants or civil dates (00:00 Stockholm); the interval is half-open and `to` may be missing.
 */
export interface OptOutList {
  /** `article-71` yields to an exception under Art 71(4); a `national` list (quality register, biobank) does not. */
  kind: 'article-71' | 'national';
  source: SourceConfiguration;
  table: string;
  identifierFormat: IdentifierFormat;
  /** Names of the columns; default `identifier`, `from`, `to`. */
  columns?: { identifier: string; from: string; to: string };
}

const DEFAULT_COLUMNS = { identifier: 'identifier', from: 'from', to: 'to' };

/**
 * Fills the relation of excluded persons: those whose opt-out was in force when the permit was issued, and
 * only those (Art 71(3)): an opt-out between permit and extraction does not exclude, a reversal after the
 * permit does not bring back. Yields how many persons the lists exclude.
 * Fails closed: a list that is missing or has an entry that cannot be read is a fault (`opt-out-list-*`),
 * for data without it would be unlawful.
 */
export async function loadOptOuts(
  engine: Engine,
  lists: OptOutList[],
  permitIssuedAt: Instant,
  scratch: string,
): Promise<number> {
  await engine.run('set up', 'CREATE SCHEMA IF NOT EXISTS opted_out');
  await engine.run('set up', `CREATE TABLE ${EXCLUDED} (${PERSON} VARCHAR)`);
  for (const [index, list] of lists.entries())
    await loadList(engine, list, permitIssuedAt, `${scratch}/opt-outs-${index}`);
  return engine.count('count opt-outs', `SELECT DISTINCT ${PERSON} FROM ${EXCLUDED}`);
}

/** An exception under Art 71(4) sets aside opt-outs under Art 71, not national lists of other laws. */
export function listsThatCount(lists: OptOutList[], selection: Selection): OptOutList[] {
  return selection.optOutException ? lists.filter((list) => list.kind === 'national') : lists;
}

async function loadList(
  engine: Engine,
  list: OptOutList,
  permitIssuedAt: Instant,
  scratch: string,
): Promise<void> {
  const { identifier, from, to } = list.columns ?? DEFAULT_COLUMNS;
  await withSource(list.source, scratch, async (source) => {
    const relation = await source.relation({ table: list.table, columns: [identifier, from, to] }, engine);
    if (!relation.done) throw unreadable(relation.refusals);
    const person = canonicalIdentifier(quoteName(identifier), list.identifierFormat);
    const entries = `SELECT ${person} AS person, ${momentSql(from)} AS begins, ${momentSql(to)} AS ends, nullif(trim(${quoteName(to)}), '') AS ends_text FROM ${relation.value} list`;
    const broken = await engine.count(
      'check the opt-out list',
      `SELECT 1 FROM (${entries}) WHERE person IS NULL OR begins IS NULL OR (ends IS NULL AND ends_text IS NOT NULL)`,
    );
    if (broken > 0) throw malformed(broken);
    await engine.run(
      'read the opt-out list',
      `INSERT INTO ${EXCLUDED} SELECT DISTINCT person FROM (${entries}) WHERE begins <= CAST($1 AS TIMESTAMPTZ) AND (ends IS NULL OR ends > CAST($1 AS TIMESTAMPTZ))`,
      [permitIssuedAt],
    );
  });
}

/** A date is its first moment in Stockholm; anything else must be a whole instant with a zone. */
function momentSql(column: string): string {
  const text = `trim(${quoteName(column)})`;
  return `CASE WHEN regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN timezone('Europe/Stockholm', TRY_CAST(${text} AS TIMESTAMP))
    WHEN regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(Z|[-+][0-9:]+)') THEN TRY_CAST(${text} AS TIMESTAMPTZ) END`;
}

function unreadable(refusals: Refusal[]): ReleaseFault {
  return new ReleaseFault(
    'opt-out-list-unreadable',
    `The opt-out list cannot be read (${refusals.map((found) => found.code).join(', ')}).`,
    'Nothing is extracted without it: restore the list or correct its configuration, then re-drive the step.',
  );
}

function malformed(count: number): ReleaseFault {
  return new ReleaseFault(
    'opt-out-list-malformed',
    `${count} entries of the opt-out list have no readable identifier or date.`,
    'Nothing is extracted without them: correct the list, then re-drive the step.',
  );
}
