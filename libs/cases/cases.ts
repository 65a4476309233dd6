import type { Pool, PoolClient } from 'pg';
import { withTransaction } from '@ledtid/platform';
import { type IdGenerator, type TimeSource, civilDateOf } from '@ledtid/time';
import type { Recorded, Workflow } from '@ledtid/workflow';
import type { Sight } from '@ledtid/access';
import { type Actor, type Command, type Refusal, isRefusal } from './decision/command';
import type { Circumstances } from './decision/circumstances';
import { decide } from './decision/decide';
import type { Configuration, Facts } from './facts/facts';
import { createDraft } from './decision/create';
import { saveForm } from './decision/save-form';
import type { FormFacts, Loaded } from './decision/loaded';
import { refuse } from './decision/refusals';
import type { CaseView } from './decision/case-view';
import { viewOf } from './decision/view';
import { Forms } from './forms';
import type { ChangeSet, FormRevisionRow, InstanceRow } from './rows';
import { CaseSight, actorFor } from './reading/sight';
import { formRevision, lastRegistration } from './storage/forms-and-numbers';
import { loadFamily, loadLedgers, lockFamily, rootOf } from './storage/load-family';
import { writeChangeSet } from './storage/live-writer';

/** A case as its caller sees it. The form is null where the instance has none or the caller may not read it. */
export interface CaseAnswer {
  readonly view: CaseView;
  readonly form: Recorded | null;
}

/** Told of each committed ChangeSet, so that a benchmark can record and replay exactly what was written. */
export type Witness = (change: ChangeSet) => void;

export interface CasesOptions {
  readonly pool: Pool;
  readonly time: TimeSource;
  readonly ids: IdGenerator;
  readonly configuration: Configuration;
  readonly witness?: Witness;
}

/**
 * The only writer of cases, and the one door for people and machines. Each call is one transaction; a refusal
 * is a value and leaves nothing behind.
 */
export class Cases {
  private readonly forms = new Forms();
  private readonly sight: CaseSight;

  constructor(private readonly options: CasesOptions) {
    this.sight = new CaseSight(options.configuration.registry);
  }

  /** A draft of an application, for the actor who starts it. */
  async create(workflowKey: string, form: Recorded, actor: Actor): Promise<CaseAnswer | Refusal> {
    const circumstances = this.circumstances();
    const workflow = circumstances.configuration.registry.find(workflowKey);
    if (!workflow) return refuse('unknown-workflow', [workflowKey]);
    const faults = this.forms.draftFaults(workflow, form);
    if (faults.length > 0) return refuse('bad-form', faults);
    const draft = createDraft(workflow, form, actor, circumstances);
    if (isRefusal(draft)) return draft;
    await this.commit((client) => writeChangeSet(client, draft.changeSet), draft.changeSet);
    return { view: draft.view, form };
  }

  /** Carries out a command, or says why not. */
  async command(command: Command, sender: Actor): Promise<CaseAnswer | Refusal> {
    const { pool } = this.options;
    return withTransaction(pool, async (client) => {
      const rootId = await lockFamily(client, command.instanceId);
      if (rootId === null) return refuse('unknown-case');
      const { family, idempotency } = await loadFamily(
        client,
        rootId,
        command.instanceId,
        command.idempotencyKey,
      );
      const known = this.known(sender, family, command.instanceId, rootId);
      if (!known) return refuse('unknown-case');
      const { instance, actor, sight } = known;
      const circumstances = this.circumstances();
      const loaded = await this.rest(client, {
        rootId,
        instance,
        family,
        idempotency,
        command,
        circumstances,
      });
      const decision = decide(loaded, command, actor, circumstances);
      if (isRefusal(decision)) return this.withPresentState(decision, family, command.instanceId, actor);
      if (decision.changeSet) {
        await writeChangeSet(client, decision.changeSet);
        this.options.witness?.(decision.changeSet);
      }
      return {
        view: decision.answer,
        form: sight.form ? await this.formOf(client, instance, decision.answer.formVersion) : null,
      };
    });
  }

  /** Merges a patch into the form (JSON Merge Patch, RFC 7396) while it is the applicant's to change. */
  async patchForm(
    id: string,
    formVersion: number,
    patch: Recorded,
    sender: Actor,
  ): Promise<CaseAnswer | Refusal> {
    return withTransaction(this.options.pool, async (client) => {
      const rootId = await lockFamily(client, id);
      if (rootId === null) return refuse('unknown-case');
      const { family } = await loadFamily(client, rootId, id, null);
      const facts = family.get(id);
      const known = this.known(sender, family, id, rootId);
      if (!facts || !known) return refuse('unknown-case');
      const { actor } = known;
      const current = await formRevision(client, id, facts.instance.formVersion);
      const circumstances = this.circumstances();
      const saved = saveForm({ facts, current, formVersion, patch, actor, forms: this.forms }, circumstances);
      if (isRefusal(saved)) return saved;
      await writeChangeSet(client, saved.changeSet);
      family.set(id, saved.facts);
      return { view: viewOf(family, id, actor, circumstances), form: saved.form };
    });
  }

  /** One case as the actor sees it. */
  async read(id: string, sender: Actor): Promise<CaseAnswer | Refusal> {
    const { pool } = this.options;
    const rootId = await rootOf(pool, id);
    if (rootId === null) return refuse('unknown-case');
    const { family } = await loadFamily(pool, rootId, id, null);
    const known = this.known(sender, family, id, rootId);
    if (!known) return refuse('unknown-case');
    const { instance, actor, sight } = known;
    const view = viewOf(family, id, actor, this.circumstances());
    return { view, form: sight.form ? await this.formOf(pool, instance, instance.formVersion) : null };
  }

  /** The instance, what its caller may read of it, and who the caller is to it. Null: as if it did not exist. */
  private known(
    sender: Actor,
    family: ReadonlyMap<string, Facts>,
    id: string,
    rootId: string,
  ): { instance: InstanceRow; sight: Sight; actor: Actor } | null {
    const instance = family.get(id)?.instance;
    const root = family.get(rootId)?.instance;
    if (!instance || !root) return null;
    const sight = this.sight.of(sender, instance, root);
    return sight === null ? null : { instance, sight, actor: actorFor(sender, instance, root) };
  }

  private circumstances(): Circumstances {
    const { time, ids, configuration } = this.options;
    return { at: time.now(), ids, configuration };
  }

  private async commit(write: (client: PoolClient) => Promise<void>, change: ChangeSet): Promise<void> {
    await withTransaction(this.options.pool, write);
    this.options.witness?.(change);
  }

  /** What only some commands need: the form, the counter, the whole ledgers. */
  private async rest(client: PoolClient, known: Known): Promise<Loaded> {
    const { instance, command, circumstances, rootId, family, idempotency } = known;
    const workflow = circumstances.configuration.registry.get(instance.workflow);
    const spec = workflow.events[command.type];
    const submits = spec?.submits ?? false;
    const year = Number(civilDateOf(circumstances.at).slice(0, 4));
    const numbered = submits && instance.registrationNumber === null;
    return {
      ...{ targetId: instance.id, family, idempotency },
      form: submits ? await this.submitted(client, workflow, instance) : null,
      lastRegistration: numbered ? await lastRegistration(client, year) : null,
      ledgers: spec?.changes === 'time' ? await loadLedgers(client, rootId) : null,
    };
  }

  private async submitted(client: PoolClient, workflow: Workflow, instance: InstanceRow): Promise<FormFacts> {
    const revision = await formRevision(client, instance.id, instance.formVersion);
    return this.forms.facts(workflow, revision?.body ?? {});
  }

  private async formOf(
    queryable: Pool | PoolClient,
    instance: InstanceRow,
    version: number,
  ): Promise<Recorded | null> {
    if (version === 0) return null;
    const revision: FormRevisionRow | null = await formRevision(queryable, instance.id, version);
    return revision?.body ?? null;
  }

  /** A conflict shows the present state and what is possible now, so that its sender can go on. */
  private withPresentState(
    refusal: Refusal,
    family: ReadonlyMap<string, Facts>,
    id: string,
    actor: Actor,
  ): Refusal {
    if (refusal.refusal !== 'conflict') return refusal;
    return { ...refusal, present: viewOf(family, id, actor, this.circumstances()) };
  }
}

interface Known {
  readonly rootId: string;
  readonly instance: InstanceRow;
  readonly family: ReadonlyMap<string, Facts>;
  readonly idempotency: Loaded['idempotency'];
  readonly command: Command;
  readonly circumstances: Circumstances;
}
