import type { Instant } from '@ledtid/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

/** Payloads that were disposed of at once under one rule; append-only. See libs/cases/ledger/disposal. */
@Entity({ name: 'disposal' })
export class DisposalEntity {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'disposal_pkey' })
  number!: number;

  @Column({ type: 'text' })
  rule!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column(moment)
  at!: Instant;

  @Column({ type: 'int' })
  payloads!: number;

  /** Merkle root over the digests. */
  @Column({ type: 'text' })
  root!: string;
}
