import type { Instant } from '@ledtid/time';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

/** One saved state of a case's form. Saving is not an event: SUBMIT and COMPLETE record the digest. */
@Entity({ name: 'form_revision' })
export class FormRevisionEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'form_revision_pkey' })
  instanceId!: string;

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'form_revision_pkey' })
  version!: number;

  @Column({ type: 'text' })
  digest!: string;

  @Column({ type: 'jsonb' })
  body!: unknown;

  @Column({ name: 'saved_by', type: 'text' })
  savedBy!: string;

  @Column({ name: 'saved_at', ...moment })
  savedAt!: Instant;
}
