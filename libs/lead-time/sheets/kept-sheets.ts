import { withTransaction } from '@ledtid/platform';
import { toInstant } from '@ledtid/time';
import type { Pool, PoolClient } from 'pg';
import { type ReadHistory, readHistories } from '../cases/read-histories';
import { historyIn } from '../cases/written-history';
import { lotsOf } from '../lots-of';
import { CLOCKS, type Scope, figuresOf } from '../reports/case-figures';
import { DIMENSIONS } from '../reports/report';
import { sqlFile } from '../sql-file';
import { keepTurns } from '../turns/turns-of-trees';
import { keepVisits } from '../visits/trees-of-visits';
import type { CaseSheet } from './case-sheet';
import { sheetBy } from './sheet-of';
import { RECKONING, readingName } from './reading';
import { settledAt } from './settled';
import { type StaleTrees, staleRoots } from './stale-roots';

const KEEP_HISTORIES = sqlFile(__dirname, 'keep-histories');
const KEEP_SHEETS = sqlFile(__dirname, 'keep-sheets');

/** Trees of instances worked out in one transaction. */
const BATCH = 250;

/** A settled case looks the same from anywhere later: as if one looked from the end of time. */
const FROM_THE_END: Omit<Scope, 'clock'> = { from: null, horizon: { at: Infinity, inclusive: true } };

interface MadeSheet {
  reading: string;
  caseId: string;
  version: number;
  beginsAt: string;
  settledAt: string;
  sheet: CaseSheet;
}

/**
 * Keeps what reports need again and again: every case's history, visits and turns, and the sheets of settled cases. Reports ask it
 * nothing and trust only what is kept of the present version, so it may lag, fail, or never run.
 */
export class KeptSheets {
  constructor(private readonly pool: Pool) {}

  /** Brings trees of instances up to date, all of them or those asked for, and answers how many it did. */
  async refresh(asked?: StaleTrees): Promise<number> {
    const roots = await staleRoots(this.pool, asked);
    for (const lot of lotsOf(roots, BATCH)) await withTransaction(this.pool, (client) => keep(client, lot));
    return roots.length;
  }

  /** To be called when facts were made anew without an event: their versions then say nothing. */
  async clear(): Promise<void> {
    await this.pool.query('truncate case_history, case_sheet, case_visits, case_turns');
  }
}

async function keep(client: PoolClient, rootIds: readonly string[]): Promise<void> {
  const read = await readHistories(client, rootIds);
  await client.query(KEEP_HISTORIES, [
    read.map(({ rootId }) => rootId),
    read.map(({ version }) => version),
    RECKONING,
    read.map(({ history }) => JSON.stringify(history)),
  ]);
  await keepVisits(client, rootIds);
  await keepTurns(client, rootIds);
  const made = read.flatMap(sheetsIn);
  await client.query(KEEP_SHEETS, [
    RECKONING,
    made.map(({ reading }) => reading),
    made.map(({ caseId }) => caseId),
    made.map(({ version }) => version),
    made.map(({ beginsAt }) => beginsAt),
    made.map((sheet) => sheet.settledAt),
    made.map(({ sheet }) => JSON.stringify(sheet.words)),
    made.map(({ sheet }) => JSON.stringify(sheet.numbers)),
  ]);
}

/** Of every settled instance in a tree: each can be the case of a report. */
function sheetsIn({ version, history }: ReadHistory): MadeSheet[] {
  return history[0].flatMap(([caseId, , parentId]) => {
    const own = historyIn(history, caseId);
    const settled = settledAt(own);
    if (settled === null) return [];
    return CLOCKS.flatMap((clock) => {
      const scope: Scope = { clock, ...FROM_THE_END };
      const figures = figuresOf(own, scope);
      if (figures === null) return [];
      const [beginsAt, lastAt] = [toInstant(figures.frame.start), toInstant(settled)];
      return DIMENSIONS.map((by) => ({
        ...{
          reading: readingName({ clock, by }, parentId !== null),
          caseId,
          version,
          beginsAt,
          settledAt: lastAt,
        },
        sheet: sheetBy(figures, scope, by),
      }));
    });
  });
}
