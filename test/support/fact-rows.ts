import type { Activity, ClockOutcome, Instant, Party } from '@ledtid/time';
import type { Pool } from 'pg';

export interface ToldInstance {
  id: number;
  /** Itself, unless it is another's child. */
  root?: number;
  workflow?: string;
  holder?: string;
  outcome?: string;
  /** Numbers of the instances that it waits for. */
  dependsOn?: number[];
  start?: Instant;
  end?: Instant;
}

export interface ToldSpan {
  of: number;
  region?: string;
  /** Ledger numbers of the events that opened and closed it. */
  events: [number, number | null];
  stage: string;
  leaf?: string;
  activity?: Activity;
  party?: Party;
  cause?: string;
  start: Instant;
  end?: Instant;
}

export interface ToldCycle {
  of: number;
  key: string;
  start: Instant;
  due: string | null;
  outcome: ClockOutcome;
  end?: Instant;
  extended?: number;
  pauses?: { from: Instant; to: Instant | null }[];
}

export interface ToldEvent {
  of: number;
  number: number;
  type: string;
  at: Instant;
  record?: object;
  digest?: string;
}

/** The id of an instance by its number in a story. */
export function toldId(id: number): string {
  return `00000000-0000-7000-8000-${String(id).padStart(12, '0')}`;
}

/** Writes facts by hand, as cases would leave them, for specs of what only reads them. */
export class FactRows {
  constructor(private readonly pool: Pool) {}

  async instance({ id, root = id, workflow, holder, dependsOn, outcome, start, end }: ToldInstance) {
    await this.pool.query(
      `insert into instance (id, workflow, workflow_version, parent_id, root_id, holder, depends_on, owner, version,
         value, context, status, leaves, outcome, form_version, assessors, regions, form_changed, hash,
         registration_number, created_at, first_submitted_at, ended_at)
       values ($1, $2, 1, $3, $4, $5, $6, 'alva', 1, '{}', '{}', $7, '{}', $8, 1, '{}', '{}', 1, '', $9, $10, $10, $11)`,
      [
        ...[toldId(id), workflow ?? (id === root ? 'access-application' : 'release')],
        ...[id === root ? null : toldId(root), toldId(root), holder, (dependsOn ?? []).map(toldId)],
        ...[
          end === undefined ? 'active' : 'done',
          outcome,
          id === root ? `2026-${String(id).padStart(5, '0')}` : null,
        ],
        ...[start ?? '2026-01-02T08:00:00Z', end],
      ],
    );
  }

  async span({ of, region = '', events, stage, leaf, activity, party, cause, start, end }: ToldSpan) {
    await this.pool.query(
      `insert into span (instance_id, root_id, region, opened, closed, leaf, stage, activity, party, cause,
         started_at, ended_at, recording_lag)
       select id, root_id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0 from instance where id = $1`,
      [
        ...[toldId(of), region, ...events, leaf ?? 'leaf', stage, activity ?? 'assigned', party ?? 'hdab'],
        ...[cause, start, end],
      ],
    );
  }

  async cycle({ of, key, start, due, outcome, end, extended, pauses = [] }: ToldCycle): Promise<void> {
    await this.pool.query(
      `insert into clock_cycle (instance_id, root_id, holder, key, started, stage, started_at, pauses, extended, due,
         outcome, ended_at)
       select id, root_id, holder, $2, 1, 'extraction', $3, $4, $5, $6, $7, $8 from instance where id = $1`,
      [toldId(of), key, start, JSON.stringify(pauses), extended, due, outcome, end],
    );
  }

  async event({ of, number, type, at, record = {}, digest }: ToldEvent): Promise<void> {
    await this.pool.query(
      `insert into ledger (instance_id, number, type, actor, occurred_at, recorded_at, workflow_version, regions,
         form_changed, record, payload_digest, previous_hash, hash)
       values ($1, $2, $3, 'olle', $4, $4, 1, '{}', false, $5, $6, '', '')`,
      [toldId(of), number, type, at, record, digest],
    );
  }

  /** The ledger refuses it otherwise. */
  async forget(): Promise<void> {
    await this.pool.query(
      `truncate instance, span, clock_cycle, payload;
       alter table ledger disable trigger user; delete from ledger; alter table ledger enable trigger user`,
    );
  }
}
