import type { Instant } from '@ledtid/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment, momentOrNull } from './columns';

/** A job that a committed command asks for. Ids are time-ordered, so the primary key is the order of relay. */
@Entity({ name: 'outbox' })
export class OutboxEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'outbox_pkey' })
  id!: string;

  @Column({ type: 'text' })
  queue!: string;

  @Column({ type: 'text' })
  name!: string;

  /** Deterministic and without colons: relayed twice, it is one job. */
  @Column({ name: 'job_id', type: 'text' })
  jobId!: string;

  @Column({ type: 'jsonb' })
  data!: unknown;

  /** Not before; null: at once. */
  @Column({ name: 'run_at', ...momentOrNull })
  runAt!: Instant | null;

  @Column({ name: 'created_at', ...moment })
  createdAt!: Instant;
}
