import type { WrappedKey } from '@ledtid/platform';
import type { Instant } from '@ledtid/time';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

/** A document of a case; its bytes lie in the vault of libs/documents, its name in the payload of its event. */
@Entity({ name: 'document' })
@Index('document_by_instance', ['instanceId', 'number'], { unique: true })
@Index('document_replaced_once', ['replaces'], { unique: true })
@Check('document_state_known', `state IN ('clean', 'unscanned', 'disposed')`)
@Check('document_key_until_disposed', `(key IS NULL) = (state = 'disposed')`)
export class DocumentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'document_pkey' })
  id!: string;

  @Column({ name: 'instance_id', type: 'uuid' })
  instanceId!: string;

  /** Of the ledger event that added it. */
  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'uuid', nullable: true })
  replaces!: string | null;

  @Column({ name: 'media_type', type: 'text' })
  mediaType!: string;

  @Column({ type: 'bigint' })
  size!: number;

  @Column({ type: 'text' })
  digest!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'jsonb', nullable: true })
  key!: WrappedKey | null;

  @Column({ name: 'added_by', type: 'text' })
  addedBy!: string;

  @Column({ name: 'added_at', ...moment })
  addedAt!: Instant;
}
