import type { Delegation } from '@ledtid/access';
import type { Instant } from '@ledtid/time';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, momentOrNull, textOrNull } from './columns';

/**
 * One instance of one workflow, a case or a child of one, as its last event left it. Derived from the
 * ledger and rebuildable from it, so no table refers to this one by a foreign key. Four indexes are of a
 * kind that TypeORM cannot say: the migrations `report-indexes` and `delegations` say them.
 */
@Entity({ name: 'instance' })
@Index('instance_by_parent', ['parentId'], { where: 'parent_id IS NOT NULL' })
@Index('instance_by_root', ['rootId'])
@Index('instance_cases', { synchronize: false })
@Index('instance_by_workflow', { synchronize: false })
@Index('instance_by_owner', ['owner'])
@Index('instance_by_holder', { synchronize: false })
@Index('instance_by_delegation', { synchronize: false })
@Index('instance_registration_number', ['registrationNumber'], { unique: true })
@Check('instance_status_known', `status IN ('active', 'done')`)
@Check('instance_track_known', `track IN ('ehds', 'osl')`)
export class InstanceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'instance_pkey' })
  id!: string;

  @Column({ type: 'text' })
  workflow!: string;

  @Column({ name: 'workflow_version', type: 'int' })
  workflowVersion!: number;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId!: string | null;

  /** The own id for a parent. */
  @Column({ name: 'root_id', type: 'uuid' })
  rootId!: string;

  /** `YYYY-` and at least five digits, from the first submission on. */
  @Column({ name: 'registration_number', ...textOrNull })
  registrationNumber!: string | null;

  @Column(textOrNull)
  holder!: string | null;

  @Column(textOrNull)
  part!: string | null;

  @Column(textOrNull)
  occasion!: string | null;

  @Column({ name: 'depends_on', type: 'uuid', array: true })
  dependsOn!: string[];

  /** Subject of the applicant. */
  @Column({ type: 'text' })
  owner!: string;

  @Column({ name: 'owner_organisation', ...textOrNull })
  ownerOrganisation!: string | null;

  @Column(textOrNull)
  track!: 'ehds' | 'osl' | null;

  /** Number of the last ledger row. */
  @Column({ type: 'int' })
  version!: number;

  /** XState's value. */
  @Column({ type: 'jsonb' })
  value!: unknown;

  @Column({ type: 'jsonb' })
  context!: unknown;

  @Column({ type: 'text' })
  status!: 'active' | 'done';

  /** Paths of the active leaves. */
  @Column({ type: 'text', array: true })
  leaves!: string[];

  @Column(textOrNull)
  outcome!: string | null;

  @Column({ name: 'form_version', type: 'int' })
  formVersion!: number;

  @Column({ name: 'form_digest', ...textOrNull })
  formDigest!: string | null;

  /** Kind and code, `purpose:53-1-e`: what the form as last submitted tells. */
  @Column({ type: 'text', array: true, default: '{}' })
  characteristics!: string[];

  @Column({ type: 'text', array: true })
  assessors!: string[];

  @Column({ type: 'text', array: true, default: '{}' })
  conflicts!: string[];

  @Column({ type: 'jsonb', default: '[]' })
  delegations!: Delegation[];

  /** By region, the last event that moved it. */
  @Column({ type: 'jsonb' })
  regions!: Record<string, { number: number; at: Instant }>;

  /** Ledger number of the last event that changed the form. */
  @Column({ name: 'form_changed', type: 'int' })
  formChanged!: number;

  /** Hash of the last ledger row. */
  @Column({ type: 'text' })
  hash!: string;

  @Column({ name: 'created_at', ...moment })
  createdAt!: Instant;

  @Column({ name: 'first_submitted_at', ...momentOrNull })
  firstSubmittedAt!: Instant | null;

  @Column({ name: 'ended_at', ...momentOrNull })
  endedAt!: Instant | null;
}
