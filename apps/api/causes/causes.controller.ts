import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import type { Page } from '@ledtid/cases';
import { TIME_SOURCE } from '@ledtid/platform';
import { type Cause, PARTIES, type TimeSource, civilDateOf, defaultCauseList, inForce } from '@ledtid/time';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { TextBody } from '../http/text.body';

/** Why a case may wait, by a code that stages and spans carry. */
class CauseBody {
  @ApiProperty({ example: 'legal-opinion' })
  code!: string;

  @ApiProperty({ type: TextBody })
  label!: TextBody;

  @ApiProperty({
    type: 'string',
    enum: PARTIES,
    nullable: true,
    description: 'Who can end the wait; null where nobody knows.',
  })
  party!: string | null;

  @ApiProperty({ description: 'May be picked today; else it only stands in older cases.' })
  current!: boolean;
}

/** The dated list of causes. It holds no case, so everybody signed in may read it. */
@ApiTags('workflows')
@Controller('causes')
export class CausesController {
  constructor(@Inject(TIME_SOURCE) private readonly time: TimeSource) {}

  @Get()
  @Rule(ROUTE_RULES.listCauses)
  @ApiOperation({ operationId: 'listCauses', summary: 'Why cases wait: the code list' })
  @ApiPage(CauseBody)
  all(): Page<CauseBody> {
    const today = civilDateOf(this.time.now());
    const items = [...defaultCauseList.versions.values()].flatMap((versions) => {
      const current = inForce(versions, today);
      const named = current ?? versions.at(-1);
      return named === undefined ? [] : [bodyOf(named, current !== undefined)];
    });
    return { items, cursor: null };
  }
}

function bodyOf({ code, name, party }: Cause, current: boolean): CauseBody {
  return { code, label: { sv: name.sv, en: name.en }, party, current };
}
