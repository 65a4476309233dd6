import type { Instant } from '@ledtid/time';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, textOrNull } from './columns';

/**
 * One look at cases, an attempt that was refused, or a sign-in or -out, append-only and hash-chained as the ledger is.
 * It names who looked and at what, and holds nothing of what was seen.
 */
@Entity({ name: 'access_record' })
@Index('access_record_by_instance', { synchronize: false })
@Index('access_record_by_subject', ['subject', 'number'])
export class AccessRecordEntity {
  /** 1, 2, 3 over all. */
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'access_record_pkey' })
  number!: number;

  @Column(moment)
  at!: Instant;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text', array: true })
  roles!: string[];

  @Column({ type: 'text' })
  purpose!: string;

  /** Method and route: `GET /api/v1/cases/:id`. */
  @Column({ type: 'text' })
  request!: string;

  @Column({ type: 'uuid', array: true })
  instances!: string[];

  /** Code of the refusal; null: it was shown. */
  @Column(textOrNull)
  refused!: string | null;

  /** How often within a minute, where it was counted; null: this once. */
  @Column({ type: 'int', nullable: true })
  times!: number | null;

  @Column({ name: 'previous_hash', type: 'text' })
  previousHash!: string;

  @Column({ type: 'text' })
  hash!: string;
}
