import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far one person has read the messages of one instance. */
@Entity({ name: 'message_mark' })
export class MessageMarkEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'message_mark_pkey' })
  instanceId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'message_mark_pkey' })
  subject!: string;

  /** Of the ledger event up to which it is read. */
  @Column({ type: 'int' })
  number!: number;
}
