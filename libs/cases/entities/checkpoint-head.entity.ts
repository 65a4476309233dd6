import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A head that a checkpoint was the first to name; append-only. The instance's last one is in force. */
@Entity({ name: 'checkpoint_head' })
export class CheckpointHeadEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'checkpoint_head_pkey' })
  instanceId!: string;

  /** Number of the ledger row. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'checkpoint_head_pkey' })
  version!: number;

  /** Hash of that row. */
  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'int' })
  checkpoint!: number;
}
