import { Inject, Injectable } from '@nestjs/common';
import { type AccessRefusal, AssuranceRules, isRecent, reaches, refusal } from '@ledtid/access';
import {
  type Actor,
  CASE_CONFIGURATION,
  Cases,
  type Command,
  type Configuration,
  isRefusal,
} from '@ledtid/cases';
import { TIME_SOURCE } from '@ledtid/platform';
import { type TimeSource, civilDateOf } from '@ledtid/time';
import type { Workflow } from '@ledtid/workflow';
import type { Entrant } from '../entry/entrance';
import { DECISION_SECONDS } from '../sign-in/sign-in-providers';

/** What a command asks of the way in which its sender signed in, besides what the case itself asks. */
@Injectable()
export class CommandDemands {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CASE_CONFIGURATION) private readonly configuration: Configuration,
    @Inject(TIME_SOURCE) private readonly time: TimeSource,
    @Inject(AssuranceRules) private readonly rules: AssuranceRules,
    @Inject(DECISION_SECONDS) private readonly decisionSeconds: number,
  ) {}

  /**
   * `assurance-too-low` or `sign-in-again`; null: nothing. The case is read only where some workflow would refuse an
   * event of this name; a case that the sender may not see is left to `Cases` to refuse.
   */
  async refuse({ instanceId, type }: Command, actor: Actor, entrant: Entrant): Promise<AccessRefusal | null> {
    const complaints = new Map(
      this.configuration.registry
        .all()
        .map((workflow) => [workflow.key, this.complaint(workflow, type, entrant)]),
    );
    if ([...complaints.values()].every((complaint) => complaint === null)) return null;
    const answer = await this.cases.read(instanceId, actor);
    return isRefusal(answer) ? null : (complaints.get(answer.view.workflow) ?? null);
  }

  private complaint({ key, events }: Workflow, type: string, entrant: Entrant): AccessRefusal | null {
    const spec = Object.hasOwn(events, type) ? events[type] : undefined;
    if (spec === undefined) return null;
    const required = this.rules.ofEvent(key, type, spec, civilDateOf(this.time.now()));
    const { assurance = 'none' } = entrant.identity;
    if (!reaches(assurance, required)) return refusal('assurance-too-low', [required]);
    const recent = isRecent(entrant.session, this.time.now(), this.decisionSeconds);
    return spec.decision && !recent ? refusal('sign-in-again') : null;
  }
}
