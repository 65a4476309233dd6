import { ApiProperty } from '@nestjs/swagger';
import { TextBody } from '../http/text.body';
import { FrameBody } from './frame.body';

const COUNT = { type: 'integer' } as const;
const DAYS_OR_NULL = { type: 'number', nullable: true } as const;
const DATE = { type: 'string', format: 'date' } as const;
const TEXT_OR_NULL = { type: 'string', nullable: true } as const;
const SECONDS = { type: 'number', description: 'Seconds.' } as const;
const REASON = { enum: ['given', 'disposed', 'missing'] };

class ExtendedBody {
  @ApiProperty(COUNT)
  n!: number;

  @ApiProperty({ ...COUNT, description: 'The reason is kept with the case.' })
  given!: number;

  @ApiProperty({ ...COUNT, description: 'It was disposed of with its payload.' })
  disposed!: number;

  @ApiProperty(COUNT)
  missing!: number;
}

class DaysOverBody {
  @ApiProperty(COUNT)
  sum!: number;

  @ApiProperty(DAYS_OR_NULL)
  p50!: number | null;

  @ApiProperty(DAYS_OR_NULL)
  max!: number | null;
}

class DaysUsedBody {
  @ApiProperty(DAYS_OR_NULL)
  p50!: number | null;

  @ApiProperty(DAYS_OR_NULL)
  max!: number | null;
}

class DaysLeftBody {
  @ApiProperty(DAYS_OR_NULL)
  p50!: number | null;

  @ApiProperty(DAYS_OR_NULL)
  min!: number | null;
}

class ClockPartBody {
  @ApiProperty({ description: 'A clock, a holder or a month.', example: 'holder-delivery' })
  key!: string;

  @ApiProperty({ ...COUNT, description: 'Decided in the period: met or breached.' })
  n!: number;

  @ApiProperty(COUNT)
  met!: number;

  @ApiProperty(COUNT)
  breached!: number;

  @ApiProperty({ type: 'number', nullable: true })
  shareMet!: number | null;

  @ApiProperty(COUNT)
  void!: number;

  @ApiProperty({ ...COUNT, description: 'At the end of the period, overdue ones included.' })
  running!: number;

  @ApiProperty(COUNT)
  overdue!: number;

  @ApiProperty({ type: ExtendedBody })
  extended!: ExtendedBody;

  @ApiProperty({ type: DaysOverBody, description: 'Civil days past the due date, of the breaches.' })
  daysOver!: DaysOverBody;

  @ApiProperty({ type: DaysUsedBody })
  daysUsed!: DaysUsedBody;

  @ApiProperty({ type: DaysLeftBody })
  daysLeft!: DaysLeftBody;
}

/** A name of its own: of a running clock speaks `ClockBody` of the cases. */
class ConfiguredClockBody {
  @ApiProperty({ type: TextBody })
  name!: TextBody;

  @ApiProperty({ description: 'Whose duty it measures.' })
  party!: string;

  @ApiProperty({ description: 'Article or document that gives it.' })
  source!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, example: { months: 3 } })
  length!: object | null;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, example: { months: 3 } })
  extension!: object | null;
}

/** A clock without its holders or months. */
export class OwnClockBody extends ClockPartBody {
  @ApiProperty({ type: ConfiguredClockBody, nullable: true, description: 'As configured today.' })
  clock!: ConfiguredClockBody | null;
}

class ClockRowBody extends OwnClockBody {
  @ApiProperty({ type: [ClockPartBody] })
  rows!: ClockPartBody[];
}

class NamedCaseBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty(TEXT_OR_NULL)
  registrationNumber!: string | null;
}

class BreachedInstanceBody {
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  id!: string | null;

  @ApiProperty()
  workflow!: string;

  @ApiProperty(TEXT_OR_NULL)
  part!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  occasion!: string | null;
}

class ExtensionBody {
  @ApiProperty(DATE)
  on!: string;

  @ApiProperty(REASON)
  reason!: string;
}

class WindowTimeBody {
  @ApiProperty()
  stage!: string;

  @ApiProperty(SECONDS)
  waiting!: number;

  @ApiProperty(SECONDS)
  assigned!: number;

  @ApiProperty(SECONDS)
  paused!: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  causes!: Record<string, number>;
}

class BreachBody {
  @ApiProperty()
  clock!: string;

  @ApiProperty({ type: TextBody, nullable: true })
  name!: TextBody | null;

  @ApiProperty(TEXT_OR_NULL)
  party!: string | null;

  @ApiProperty({ type: NamedCaseBody, nullable: true, description: 'Null for readers who see no cases.' })
  case!: NamedCaseBody | null;

  @ApiProperty({ type: BreachedInstanceBody })
  instance!: BreachedInstanceBody;

  @ApiProperty(TEXT_OR_NULL)
  holder!: string | null;

  @ApiProperty(DATE)
  started!: string;

  @ApiProperty(DATE)
  due!: string;

  @ApiProperty({ type: ExtensionBody, nullable: true })
  extended!: ExtensionBody | null;

  @ApiProperty(COUNT)
  pausedDays!: number;

  @ApiProperty(DATE)
  breached!: string;

  @ApiProperty({ ...DATE, nullable: true, description: 'Null while the thing is not done.' })
  ended!: string | null;

  @ApiProperty(COUNT)
  daysOver!: number;

  @ApiProperty({ type: [WindowTimeBody], description: 'From the start to the end or now.' })
  time!: WindowTimeBody[];
}

class BreachesBody {
  @ApiProperty(COUNT)
  total!: number;

  @ApiProperty({ type: [BreachBody], description: 'The longest over first.' })
  items!: BreachBody[];

  @ApiProperty({ ...TEXT_OR_NULL, description: 'For the next page; null after the last.' })
  cursor!: string | null;
}

/** Whether deadlines were kept, clock by clock. */
export class ClocksBody extends FrameBody {
  @ApiProperty({ enum: ['clocks'] })
  report!: string;

  @ApiProperty({ type: [ClockRowBody] })
  rows!: ClockRowBody[];

  @ApiProperty({ type: BreachesBody })
  breaches!: BreachesBody;
}
