import type { Pool } from 'pg';
import { Cases, type NewDocument, isRefusal } from '@ledtid/cases';
import { CountedIds, TurnedTime } from '@ledtid/time';
import { exampleCase, exampleInquiry } from './example-workflow';
import { START, configurationOf, person } from './memory-family';

const anna = person('anna', 'applicant');
const olle = person('olle', 'case_officer');

/** A few cases of the example workflow, each taken as far as a test asks. */
export class SmallLedger {
  readonly time = new TurnedTime(START);
  private readonly cases: Cases;
  private keys = 0;

  constructor(readonly pool: Pool) {
    const configuration = configurationOf([exampleCase, exampleInquiry]);
    this.cases = new Cases({ pool, time: this.time, ids: new CountedIds(), configuration });
  }

  /** A draft: one row. Gives its id, which is greater than those before it. */
  async draft(): Promise<string> {
    const answer = await this.cases.create('example-case', { title: `Study ${(this.keys += 1)}` }, anna);
    if (isRefusal(answer)) throw new Error(answer.code);
    return answer.view.id;
  }

  /** A document whose bytes are in the vault: one row more. */
  async document(id: string, document: NewDocument): Promise<void> {
    const limits = { documentsPerCase: 1000, bytesPerCase: 1_000_000 };
    const answer = await this.cases.addDocument(id, document, null, limits, anna);
    if (isRefusal(answer)) throw new Error(answer.code);
  }

  /** Submitted and claimed: two rows more, the last with a payload. */
  async claimed(id: string): Promise<void> {
    await this.send(id, 'SUBMIT', anna, {}, 1);
    await this.send(id, 'CLAIM', olle, { stage: 'check' }, 2);
  }

  /** One row more. */
  async passed(id: string): Promise<void> {
    await this.send(id, 'PASS', olle, {}, 3);
  }

  /** The end of a case that was claimed: one row more. */
  async withdrawn(id: string, version = 3): Promise<void> {
    await this.send(id, 'WITHDRAW', anna, {}, version);
  }

  private async send(instanceId: string, type: string, actor: typeof anna, payload: object, version: number) {
    const idempotencyKey = `key-${(this.keys += 1)}`;
    const command = { instanceId, type, payload: { ...payload }, version, idempotencyKey };
    const answer = await this.cases.command(command, actor);
    if (isRefusal(answer)) throw new Error(`${type}: ${answer.code} ${String(answer.details)}`);
  }
}
