import type { Recorded, Workflow } from '@ledtid/workflow';
import { digestOf } from '../ledger/digest';
import type { CreatedRecord } from '../facts/newborn';
import type { ChangeSet } from '../rows';
import { changeSetOf } from './change-set';
import type { Actor, Refusal } from './command';
import type { Circumstances } from './circumstances';
import { FamilyEvolution } from './family-evolution';
import { refuse } from './refusals';
import type { CaseView } from './case-view';
import { viewOf } from './view';

/** A new case in its first state, with the first revision of its form. */
export function createDraft(
  workflow: Workflow,
  form: Recorded,
  actor: Actor,
  circumstances: Circumstances,
): { changeSet: ChangeSet; view: CaseView } | Refusal {
  // Workflows without a form are opened by a parent, never by a person.
  if (!workflow.form || !actor.roles.includes('applicant')) return refuse('role-missing');
  const { at, ids, configuration } = circumstances;
  const id = ids.next();
  const family = new FamilyEvolution(new Map(), configuration, at, ids);
  const record: CreatedRecord = {
    ...{ workflow: workflow.key, parentId: null, rootId: id, holder: null, part: null, occasion: null },
    ...{
      track: null,
      dependsOn: [],
      owner: actor.subject,
      ownerOrganisation: actor.organisations[0] ?? null,
      input: {},
    },
  };
  family.open(id, record, {
    actor: actor.subject,
    onBehalfOf: null,
    basis: null,
    occurredAt: at,
    payloadDigest: null,
  });
  const facts = family.facts.get(id);
  if (facts) family.facts.set(id, { ...facts, instance: { ...facts.instance, formVersion: 1 } });
  const revision = {
    instanceId: id,
    version: 1,
    digest: digestOf(form),
    body: form,
    savedBy: actor.subject,
    savedAt: at,
  };
  const nothing = { payload: null, registration: null, idempotency: null };
  const changeSet = changeSetOf(family, { family: new Map() }, circumstances, nothing);
  return {
    changeSet: { ...changeSet, formRevisions: [revision] },
    view: viewOf(family.facts, id, actor, circumstances),
  };
}
