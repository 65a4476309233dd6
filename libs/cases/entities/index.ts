import { AccessRecordEntity } from './access-record.entity';
import { CheckpointEntity } from './checkpoint.entity';
import { CheckpointHeadEntity } from './checkpoint-head.entity';
import { ClockCycleEntity } from './clock-cycle.entity';
import { DocumentEntity } from './document.entity';
import { DisposalEntity } from './disposal.entity';
import { DisposedPayloadEntity } from './disposed-payload.entity';
import { FormRevisionEntity } from './form-revision.entity';
import { IdempotencyEntity } from './idempotency.entity';
import { InstanceEntity } from './instance.entity';
import { LedgerEntity } from './ledger.entity';
import { MessageMarkEntity } from './message-mark.entity';
import { MilestoneEntity } from './milestone.entity';
import { OutboxEntity } from './outbox.entity';
import { PayloadEntity } from './payload.entity';
import { RegistrationCounterEntity } from './registration-counter.entity';
import { SpanEntity } from './span.entity';

/** Every table that libs/cases writes. The migration drift check compares them with `migrations/`. */
export const CASE_ENTITIES = [
  InstanceEntity,
  LedgerEntity,
  CheckpointEntity,
  CheckpointHeadEntity,
  PayloadEntity,
  DisposalEntity,
  DisposedPayloadEntity,
  FormRevisionEntity,
  DocumentEntity,
  MessageMarkEntity,
  SpanEntity,
  ClockCycleEntity,
  MilestoneEntity,
  IdempotencyEntity,
  OutboxEntity,
  RegistrationCounterEntity,
  AccessRecordEntity,
];
