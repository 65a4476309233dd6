import type { Instant } from '@ledtid/time';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, textOrNull } from './columns';

/**
 * One event of one instance, append-only (a trigger refuses UPDATE, DELETE and TRUNCATE) and hash-chained.
 * Ids, codes, dates and digests; never free text or person data.
 */
@Entity({ name: 'ledger' })
@Index('ledger_by_type', ['type'])
export class LedgerEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'ledger_pkey' })
  instanceId!: string;

  /** 1, 2, 3 within the instance. */
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'ledger_pkey' })
  number!: number;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ name: 'on_behalf_of', ...textOrNull })
  onBehalfOf!: string | null;

  @Column(textOrNull)
  basis!: string | null;

  @Column({ name: 'occurred_at', ...moment })
  occurredAt!: Instant;

  @Column({ name: 'recorded_at', ...moment })
  recordedAt!: Instant;

  @Column({ name: 'workflow_version', type: 'int' })
  workflowVersion!: number;

  /** The regions that the event moved. */
  @Column({ type: 'text', array: true })
  regions!: string[];

  @Column({ name: 'form_changed', type: 'boolean' })
  formChanged!: boolean;

  @Column({ type: 'jsonb' })
  record!: unknown;

  @Column({ name: 'payload_digest', ...textOrNull })
  payloadDigest!: string | null;

  @Column({ name: 'previous_hash', type: 'text' })
  previousHash!: string;

  @Column({ type: 'text' })
  hash!: string;
}
