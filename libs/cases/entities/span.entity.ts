import type { Activity, Instant, Party } from '@ledtid/time';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, momentOrNull, textOrNull } from './columns';

/** One instance in one leaf of one region for a time; `opened` and `closed` are ledger numbers. See libs/time. */
@Entity({ name: 'span' })
@Index('span_open_by_stage', ['stage', 'activity', 'startedAt'], { where: 'ended_at IS NULL' })
@Index('span_open_by_assignee', ['assignee'], { where: 'ended_at IS NULL AND assignee IS NOT NULL' })
@Index('span_by_root', ['rootId'])
@Check('span_activity_known', `activity IN ('waiting', 'assigned', 'paused')`)
@Check('span_closed_with_end', '(closed IS NULL) = (ended_at IS NULL)')
@Check('span_ends_after_start', 'ended_at >= started_at')
export class SpanEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'span_pkey' })
  instanceId!: string;

  /** `''` is the root region. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'span_pkey' })
  region!: string;

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'span_pkey' })
  opened!: number;

  @Column({ name: 'root_id', type: 'uuid' })
  rootId!: string;

  @Column({ type: 'int', nullable: true })
  closed!: number | null;

  @Column({ type: 'text' })
  leaf!: string;

  @Column({ type: 'text' })
  stage!: string;

  @Column({ type: 'text' })
  activity!: Activity;

  @Column({ type: 'text' })
  party!: Party;

  @Column(textOrNull)
  cause!: string | null;

  @Column(textOrNull)
  holder!: string | null;

  @Column(textOrNull)
  assignee!: string | null;

  @Column({ name: 'started_at', ...moment })
  startedAt!: Instant;

  @Column({ name: 'ended_at', ...momentOrNull })
  endedAt!: Instant | null;

  /** Seconds from when the opening event happened to when it was registered. */
  @Column({ name: 'recording_lag', type: 'int' })
  recordingLag!: number;

  /** When the party was asked for the cause. */
  @Column({ name: 'cause_asked_at', ...momentOrNull })
  causeAskedAt!: Instant | null;
}
