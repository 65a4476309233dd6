import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { ROUTE_RULES } from '@ledtid/access';
import { POOL, missingMigrations } from '@ledtid/platform';
import type { Pool } from 'pg';
import { Rule } from '../entry/rule.decorator';
import { problem } from '../http/problem';
import { ProblemError } from '../http/problem-error';

class HealthBody {
  @ApiProperty({ enum: ['ok'] })
  status!: string;
}

/** For whoever keeps the process running: is it alive, and may it be sent requests. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly health: HealthCheckService,
    @Inject(HealthIndicatorService) private readonly indicator: HealthIndicatorService,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  @Get('live')
  @Rule(ROUTE_RULES.getLive)
  @ApiOperation({ operationId: 'getLive', summary: 'The process answers' })
  @ApiOkResponse({ type: HealthBody })
  live(): HealthBody {
    return { status: 'ok' };
  }

  @Get('ready')
  @Rule(ROUTE_RULES.getReady)
  @ApiOperation({ operationId: 'getReady', summary: 'The database answers and every migration has run' })
  @ApiOkResponse({ type: HealthBody })
  async ready(): Promise<HealthBody> {
    try {
      return await this.health.check([() => this.database()]);
    } catch (thrown) {
      if (!(thrown instanceof ServiceUnavailableException)) throw thrown;
      throw new ProblemError(problem('not-ready', faultsIn(thrown)));
    }
  }

  private async database() {
    const database = this.indicator.check('database');
    const missing = await missingMigrations(this.pool).catch(() => null);
    if (missing === null) return database.down('it does not answer, or was never migrated');
    if (missing.length > 0) return database.down(`migrations have not run: ${missing.join(', ')}`);
    return database.up();
  }
}

function faultsIn(thrown: ServiceUnavailableException): string[] {
  const { error } = thrown.getResponse() as { error: Record<string, { message?: string }> };
  return Object.entries(error).map(([what, { message = 'is down' }]) => `${what}: ${message}`);
}
