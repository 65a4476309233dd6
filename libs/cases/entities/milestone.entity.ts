import type { Instant } from '@ledtid/time';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

/** A moment of a case that reports measure from or to: `submitted`, `ethics-original`, `access`, and so on. */
@Entity({ name: 'milestone' })
@Index('milestone_by_root', ['rootId', 'key'])
export class MilestoneEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'milestone_pkey' })
  instanceId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'milestone_pkey' })
  key!: string;

  /** Ledger number of the event that made it. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'milestone_pkey' })
  number!: number;

  @Column({ name: 'root_id', type: 'uuid' })
  rootId!: string;

  @Column(moment)
  at!: Instant;
}
