import type { CivilDate, ClockOutcome, ClockWakeUp, Instant } from '@ledtid/time';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { moment, momentOrNull, textOrNull } from './columns';

/** One run of one clock; `started` and `extended` are ledger numbers. See libs/time. */
@Entity({ name: 'clock_cycle' })
@Index('clock_cycle_by_wake_up', ['wakeUpAt'], { where: 'wake_up_at IS NOT NULL' })
@Index('clock_cycle_running_by_due', ['due'], { where: `outcome = 'running'` })
@Check('clock_cycle_outcome_known', `outcome IN ('running', 'met', 'breached', 'void')`)
@Check('clock_cycle_wake_up_has_time', '(wake_up IS NULL) = (wake_up_at IS NULL)')
export class ClockCycleEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'clock_cycle_pkey' })
  instanceId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'clock_cycle_pkey' })
  key!: string;

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'clock_cycle_pkey' })
  started!: number;

  @Column({ name: 'root_id', type: 'uuid' })
  rootId!: string;

  @Column(textOrNull)
  holder!: string | null;

  @Column({ type: 'text' })
  stage!: string;

  @Column({ name: 'started_at', ...moment })
  startedAt!: Instant;

  @Column({ name: 'set_days', type: 'int', nullable: true })
  setDays!: number | null;

  @Column({ type: 'jsonb' })
  pauses!: { from: Instant; to: Instant | null }[];

  @Column({ name: 'restarted_at', ...momentOrNull })
  restartedAt!: Instant | null;

  @Column({ type: 'int', nullable: true })
  extended!: number | null;

  @Column({ type: 'date', nullable: true })
  due!: CivilDate | null;

  @Column({ type: 'text' })
  outcome!: ClockOutcome;

  @Column({ name: 'ended_at', ...momentOrNull })
  endedAt!: Instant | null;

  @Column({ name: 'wake_up', ...textOrNull })
  wakeUp!: ClockWakeUp | null;

  @Column({ name: 'wake_up_at', ...momentOrNull })
  wakeUpAt!: Instant | null;
}
