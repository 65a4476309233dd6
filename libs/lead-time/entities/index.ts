import { EventLog } from './event-log.entity';
import { EventLogEvent } from './event-log-event.entity';

/** The tables that this room writes. It reads those of cases and never writes one. */
export const LEAD_TIME_ENTITIES = [EventLog, EventLogEvent];
