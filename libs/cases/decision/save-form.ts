import type { Recorded } from '@ledtid/workflow';
import type { Forms } from '../forms';
import { digestOf } from '../ledger/digest';
import type { ChangeSet } from '../rows';
import type { Actor, Refusal } from './command';
import type { Circumstances } from './circumstances';
import type { Facts } from '../facts/facts';
import { mergePatch } from './merge-patch';
import { refuse } from './refusals';

interface Saving {
  readonly facts: Facts;
  /** The form as it is, null where there is none. */
  readonly current: Recorded | null;
  /** The version that the sender's patch was made from. */
  readonly formVersion: number;
  readonly patch: Recorded;
  readonly actor: Actor;
  readonly forms: Forms;
}

/** Saves a form revision: no ledger event and no new version of the case, until it is submitted. */
export function saveForm(
  { facts, current, formVersion, patch, actor, forms }: Saving,
  { at, configuration }: Circumstances,
): { changeSet: ChangeSet; facts: Facts; form: Recorded } | Refusal {
  const { instance } = facts;
  const workflow = configuration.registry.get(instance.workflow);
  // Permission first: whoever may not save it learns nothing of the state.
  if (!actor.roles.includes('applicant')) return refuse('role-missing');
  if (!workflow.form || current === null) return refuse('form-not-editable');
  if (!isWithApplicant(facts)) return refuse('form-not-editable');
  const form = mergePatch(current, patch) as Recorded;
  if (formVersion !== instance.formVersion) {
    return {
      ...refuse('form-changed'),
      versions: { formVersion: instance.formVersion, current: current, yours: form },
    };
  }
  const faults = forms.draftFaults(workflow, form);
  if (faults.length > 0) return refuse('bad-form', faults);
  const version = formVersion + 1;
  const revision = {
    instanceId: instance.id,
    version,
    digest: digestOf(form),
    body: form,
    savedBy: actor.subject,
    savedAt: at,
  };
  const saved = { ...instance, formVersion: version };
  return {
    form,
    facts: { ...facts, instance: saved },
    changeSet: {
      ...{ instances: [saved], formRevisions: [revision], ledger: [], payloads: [], spans: [], clocks: [] },
      ...{ milestones: [], outbox: [], idempotency: null, registration: null, replacedFacts: [] },
    },
  };
}

/** As a draft, and whenever the case waits for its applicant. */
export function isWithApplicant({ spans }: Facts): boolean {
  return spans.some((span) => span.endedAt === null && span.party === 'applicant');
}
