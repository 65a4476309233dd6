import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EventLog } from './event-log.entity';

/** An event of an imported log, numbered from 1 within its case by time, then by its order in the file. */
@Entity({ name: 'event_log_event' })
export class EventLogEvent {
  @PrimaryColumn('uuid', { name: 'log_id', primaryKeyConstraintName: 'event_log_event_pkey' })
  @ForeignKey(() => EventLog, { onDelete: 'CASCADE', name: 'event_log_event_log' })
  logId!: string;

  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'event_log_event_pkey' })
  caseId!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'event_log_event_pkey' })
  number!: number;

  @Column('text')
  activity!: string;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  /** The event's own start, where the log gives one. */
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  /** When the case's previous event occurred; null for the first. Stored because every report asks for it. */
  @Column('timestamptz', { name: 'previous_at', nullable: true })
  previousAt!: Date | null;

  @Column('text', { nullable: true })
  resource!: string | null;
}
