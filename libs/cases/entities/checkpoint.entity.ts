import type { Instant } from '@ledtid/time';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Checkpoint } from '../ledger/checkpoints/checkpoint';
import { moment, textOrNull } from './columns';

/** A signed statement of how the ledger stood; append-only. See libs/cases/ledger/checkpoints and ADR 17. */
@Entity({ name: 'checkpoint' })
@Index('checkpoint_with_cut', ['number'], { where: 'cut IS NOT NULL' })
export class CheckpointEntity {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'checkpoint_pkey' })
  number!: number;

  @Column(moment)
  at!: Instant;

  @Column({ type: 'text' })
  previous!: string;

  @Column({ type: 'int' })
  instances!: number;

  @Column({ type: 'text' })
  root!: string;

  @Column({ type: 'int' })
  changed!: number;

  @Column({ name: 'changed_root', type: 'text' })
  changedRoot!: string;

  @Column({ type: 'int' })
  disposals!: number;

  @Column({ name: 'disposal_root', type: 'text' })
  disposalRoot!: string;

  /** Number and hash of the newest row of the access ledger; null in checkpoints of before they were named. */
  @Column({ type: 'bigint', nullable: true })
  looks!: number | null;

  @Column({ name: 'looks_hash', ...textOrNull })
  looksHash!: string | null;

  /** Up to which look the access ledger may be gone, and why; null in most. */
  @Column({ type: 'jsonb', nullable: true })
  cut!: Checkpoint['cut'] | null;

  @Column({ name: 'key_id', type: 'text' })
  keyId!: string;

  @Column({ type: 'text' })
  signature!: string;
}
