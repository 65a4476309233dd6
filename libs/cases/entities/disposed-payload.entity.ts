import { Entity, PrimaryColumn } from 'typeorm';

/** The digest of a payload that is gone, and the disposal that took it; append-only. */
@Entity({ name: 'disposed_payload' })
export class DisposedPayloadEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'disposed_payload_pkey' })
  digest!: string;

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'disposed_payload_pkey' })
  disposal!: number;
}
