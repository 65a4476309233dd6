import { inOrder, prepare, withTransaction } from '@ledtid/platform';
import type { TimeSource } from '@ledtid/time';
import type { Pool } from 'pg';
import { toColumns } from '../storage/columns';
import { type AccessHead, type AccessRecord, type Look, NO_RECORD, chained } from './access-record';

const LOCK = prepare('access-lock', `SELECT pg_advisory_xact_lock(hashtext('access_record'), 0)`);

const HEAD = prepare<AccessHead>(
  'access-head',
  'SELECT number, hash FROM access_record ORDER BY number DESC LIMIT 1',
);

const INSERT = prepare(
  'access-insert',
  'INSERT INTO access_record SELECT * FROM jsonb_populate_recordset(NULL::access_record, $1)',
);

/** Looks written at once. */
const BATCH = 500;

interface Waiting {
  readonly look: Look & Pick<AccessRecord, 'at'>;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/**
 * Writes down who looked at which case, in one chain over all. A look is answered for when `record` resolves: what is
 * shown goes out after that. All processes share the chain, so those who write wait for each other; of one process
 * all looks that came meanwhile are written together.
 *
 * | state   | entered by                    | then                                              |
 * |---------|-------------------------------|---------------------------------------------------|
 * | still   | it is made; nothing waits     | the next `record` begins to write                 |
 * | writing | `record`                      | looks gather, and are written when this one is    |
 */
export class AccessLedger {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly pool: Pool,
    private readonly time: TimeSource,
  ) {}

  /** Resolves when the look is written for good; rejects where it could not be. */
  record(look: Look): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ look: { ...look, at: this.time.now() }, done, failed });
      if (!this.writing) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      await this.write(batch.map(({ look }) => look)).then(
        () => batch.forEach(({ done }) => done()),
        (reason: unknown) => batch.forEach(({ failed }) => failed(reason)),
      );
    }
    this.writing = false;
  }

  private write(looks: readonly Waiting['look'][]): Promise<void> {
    return withTransaction(this.pool, async (client, ending) => {
      // The end of the chain is asked for together with the lock, and answered once that is granted.
      const [, [head = NO_RECORD]] = await inOrder(
        client,
        () => LOCK(client),
        () => HEAD(client),
      );
      const records = chained(head, looks);
      ending(() => INSERT(client, [JSON.stringify(records.map(toColumns))]));
    });
  }
}
