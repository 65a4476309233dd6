import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The first answer to a key: the same key with the same body gets it again, with another body is refused. */
@Entity({ name: 'idempotency' })
export class IdempotencyEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'idempotency_pkey' })
  instanceId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'idempotency_pkey' })
  key!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ name: 'body_digest', type: 'text' })
  bodyDigest!: string;

  @Column({ type: 'jsonb' })
  answer!: unknown;
}
