import { Inject, Injectable } from '@nestjs/common';
import { type AccessRefusal, type Session, refusal } from '@ledtid/access';
import {
  type Actor,
  CASE_CONFIGURATION,
  Cases,
  type Command,
  type Configuration,
  isRefusal,
} from '@ledtid/cases';
import { TIME_SOURCE } from '@ledtid/platform';
import { type TimeSource, millisecondsBetween } from '@ledtid/time';
import type { Entrant } from '../entry/entrance';
import { DECISION_SECONDS } from '../sign-in/sign-in-providers';

/** What a decision asks of whoever signed in, besides what the case itself asks. */
@Injectable()
export class DecisionDemands {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CASE_CONFIGURATION) private readonly configuration: Configuration,
    @Inject(TIME_SOURCE) private readonly time: TimeSource,
    @Inject(DECISION_SECONDS) private readonly decisionSeconds: number,
  ) {}

  /**
   * In a session a person decides only shortly after they proved who they are: a machine left alone in the middle of a
   * day's session must not decide a case. A bearer token lives no longer than its issuer lets it, and is let pass.
   */
  async refuse(command: Command, actor: Actor, { session }: Entrant): Promise<AccessRefusal | null> {
    if (session === null || this.isRecent(session)) return null;
    return (await this.decides(command, actor)) ? refusal('sign-in-again') : null;
  }

  private isRecent({ authenticatedAt }: Session): boolean {
    if (authenticatedAt === null) return false;
    return millisecondsBetween(authenticatedAt, this.time.now()) <= this.decisionSeconds * 1000;
  }

  /** The workflow's own declaration says which events decide. A case that the sender may not see is left to `Cases`. */
  private async decides({ instanceId, type }: Command, actor: Actor): Promise<boolean> {
    const deciding = this.configuration.registry
      .all()
      .filter(({ events }) => events[type]?.decision === true);
    if (deciding.length === 0) return false;
    const answer = await this.cases.read(instanceId, actor);
    return !isRefusal(answer) && deciding.some(({ key }) => key === answer.view.workflow);
  }
}
