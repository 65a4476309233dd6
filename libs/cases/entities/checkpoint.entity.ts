import type { Instant } from '@ledtid/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

/** A signed statement of how the ledger stood; append-only. See libs/cases/ledger/checkpoints and ADR 17. */
@Entity({ name: 'checkpoint' })
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

  @Column({ name: 'key_id', type: 'text' })
  keyId!: string;

  @Column({ type: 'text' })
  signature!: string;
}
