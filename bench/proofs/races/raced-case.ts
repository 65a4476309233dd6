import type { Actor } from '@ledtid/cases';
import type { AskedDataset } from '../../commands/application-form';
import { CAST, organisationOf } from '../../commands/people';
import type { Answered, CommandSender, SentCommand } from './command-sender';

/** What two people race for. */
export const RACES = ['claim', 'key', 'decision'] as const;
export type Race = (typeof RACES)[number];

/** How one race ended. */
export interface RaceResult {
  readonly race: Race;
  readonly caseId: string;
  /** Of the event that the ledger must show once. */
  readonly type: string;
  readonly answers: readonly [Answered, Answered];
}

interface People {
  readonly applicant: Actor;
  readonly officers: readonly [Actor, Actor];
  readonly deciders: readonly [Actor, Actor];
  readonly lawyer: Actor;
  readonly technician: Actor;
}

/** A draft, and who works on it. */
export interface Runway {
  readonly id: string;
  readonly dataset: AskedDataset;
  readonly people: People;
  /** Whose request of two leaves first. */
  readonly random: () => number;
}

/**
 * Takes one case from its draft to its decision, and on the way lets two people race: two officers to claim it, the
 * same two with one idempotency key and the same body, and two decision makers to grant it.
 */
export class RacedCase {
  private version = 1;
  private keys = 0;

  constructor(
    private readonly sender: CommandSender,
    private readonly runway: Runway,
  ) {}

  async run(): Promise<RaceResult[]> {
    const { applicant, officers, deciders } = this.runway.people;
    await this.step(applicant, 'SUBMIT');
    const stage = { stage: 'prequalification' };
    const claim = await this.race('claim', 'CLAIM', officers, [stage, stage]);
    const key = await this.race('key', 'FINISH_PREQUALIFICATION', officers, [{}, {}], 'one-key');
    await this.review();
    await this.step(deciders[0], 'CLAIM', { stage: 'decision' });
    const grant = { datasets: [this.runway.dataset.dataset], extent: 'full' };
    const grants = [730, 365].map((permitDays) => ({ ...grant, permitDays })) as [object, object];
    return [claim, key, await this.race('decision', 'GRANT', deciders, grants)];
  }

  private async review(): Promise<void> {
    const { lawyer, technician } = this.runway.people;
    const { dataset, holder } = this.runway.dataset;
    await this.step(lawyer, 'CLAIM', { stage: 'legal-review' });
    await this.step(lawyer, 'RECORD_ETHICS', {
      ...{ authority: 'etikprovningsmyndigheten', registrationNumber: '2025-04711-01', kind: 'original' },
      ...{ decidedOn: '2025-11-03', outcome: 'approved', datasets: [dataset] },
    });
    await this.step(lawyer, 'FINISH_LEGAL_REVIEW', {
      datasets: [{ dataset, recommended: true, ethics: 'covered' }],
    });
    await this.step(technician, 'CLAIM', { stage: 'technical-feasibility' });
    const asked = await this.step(technician, 'ASK_HOLDERS', { question: 'Can you deliver?' });
    await this.answer(asked, dataset, holder);
    await this.step(technician, 'FINISH_TECHNICAL_REVIEW', { feasible: [dataset] });
  }

  /** What a holder answers is an event of the case as well. */
  private async answer({ body }: Answered, dataset: string, holder: string): Promise<void> {
    const inquiry = body.children.find(({ workflow }) => workflow === 'feasibility-inquiry');
    const person = CAST.holders.find((one) => organisationOf(one) === holder);
    if (!inquiry || !person) throw new Error(`Nobody answers for ${holder}.`);
    const command = this.commandOf(person, 'ANSWER_INQUIRY', { feasible: [dataset] });
    await this.sender.must(inquiry.id, 1, command);
    this.version += 1;
  }

  private async step(who: Actor, type: string, payload: object = {}): Promise<Answered> {
    const answer = await this.sender.must(this.runway.id, this.version, this.commandOf(who, type, payload));
    this.version = answer.body.version;
    return answer;
  }

  /** Both send what they saw at the same moment, each under a key of its own unless one is given. */
  private async race(
    race: Race,
    type: string,
    who: readonly [Actor, Actor],
    payloads: readonly [object, object],
    key?: string,
  ): Promise<RaceResult> {
    const { id, random } = this.runway;
    const commands = ([0, 1] as const).map((place) => {
      const command = this.commandOf(who[place], type, payloads[place]);
      return key === undefined ? command : { ...command, key };
    });
    if (random() < 0.5) commands.reverse();
    const sent = commands.map((command) => this.sender.send(id, this.version, command));
    const answers = (await Promise.all(sent)) as [Answered, Answered];
    const winner = answers.find(({ status }) => status === 200);
    this.version = winner?.body.version ?? this.version;
    return { race, caseId: id, type, answers };
  }

  private commandOf({ subject }: Actor, type: string, payload: object): SentCommand {
    this.keys += 1;
    return { subject, key: `step-${this.keys}`, type, payload };
  }
}
