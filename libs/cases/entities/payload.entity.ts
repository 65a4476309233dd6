import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an event carried, keyed by the digest that stands in the ledger. Disposable: the chain verifies without it. */
@Entity({ name: 'payload' })
export class PayloadEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'payload_pkey' })
  digest!: string;

  @Column({ type: 'jsonb' })
  body!: unknown;
}
