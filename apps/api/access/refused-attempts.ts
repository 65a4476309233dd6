import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { ENTRY, type Identity } from '@ledtid/access';
import { AccessLedger, type Look } from '@ledtid/cases';

const MINUTE = 60_000;

/** No issuer may call anybody so. */
const NOBODY = { subject: 'system:nobody', roles: [] };

type Who = Pick<Identity, 'subject' | 'roles'>;

/**
 * Counts who is turned away at the door, and writes the counts into the access ledger once a minute: whoever floods
 * the service must not flood the ledger. A line for each code and known person, however often it came.
 *
 * | state    | entered by              | does                                                        |
 * |----------|-------------------------|-------------------------------------------------------------|
 * | empty    | it is made; `flush`     | nothing                                                     |
 * | counting | `count`                 | writes after a minute, or when the application stops        |
 */
@Injectable()
export class RefusedAttempts implements BeforeApplicationShutdown {
  private readonly logger = new Logger('api');
  private counted = new Map<string, Look & { times: number }>();
  private timer: NodeJS.Timeout | null = null;

  constructor(@Inject(AccessLedger) private readonly ledger: AccessLedger) {}

  /** `code`: of the refusal. Never what was sent. */
  count(code: string, { subject, roles }: Who = NOBODY): void {
    this.add({ subject, roles, purpose: ENTRY, request: '*', instances: [], refused: code, times: 1 });
  }

  /** What could not be written is written with the next. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const due = [...this.counted.values()];
    this.counted = new Map();
    const done = await Promise.allSettled(due.map((look) => this.ledger.record(look)));
    const failed = due.filter((_look, place) => done[place]?.status === 'rejected');
    for (const look of failed) this.add(look);
    if (failed.length > 0)
      this.logger.error(`${failed.length} counts of refused attempts wait to be written.`);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.flush();
  }

  private add(look: Look & { times: number }): void {
    const key = JSON.stringify([look.refused, look.subject]);
    const { times = 0 } = this.counted.get(key) ?? {};
    this.counted.set(key, { ...look, times: times + look.times });
    this.timer ??= setTimeout(() => void this.flush(), MINUTE).unref();
  }
}
