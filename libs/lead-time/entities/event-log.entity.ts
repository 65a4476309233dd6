import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { LogFormat } from '../exchange/open-log';

/** A log of another system that has been imported; its name is how reports are asked for it. */
@Entity({ name: 'event_log' })
@Unique('event_log_name', ['name'])
export class EventLog {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_log_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  format!: LogFormat;

  /** Zone in which times without an offset were read. */
  @Column('text')
  zone!: string;

  /** Object type taken for the case; only OCEL 2.0 has one. */
  @Column('text', { name: 'case_object_type', nullable: true })
  caseObjectType!: string | null;

  @Column('int')
  cases!: number;

  @Column('int')
  events!: number;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt!: Date;
}
