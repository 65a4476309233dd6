import { EmptyPayload, type MachineEvent } from '@ledtid/workflow';
import { becomes } from './changes';
import type { AppliedDataset, ApplicationContext } from './context';
import { settled } from './ethics';
import type { FormFacts } from './form';

/** What the engine puts beside the payload of an event that submits the form. */
export interface Submission {
  readonly digest: string;
  readonly complete: boolean;
  readonly facts: FormFacts;
}

function submissionIn(record: object): Submission | undefined {
  return (record as { form?: Submission }).form;
}

/** The form as it stands becomes what the case is about. */
function withForm(context: ApplicationContext, record: object): ApplicationContext {
  const facts = submissionIn(record)?.facts;
  if (!facts) return context;
  const datasets: readonly AppliedDataset[] = facts.datasets;
  const scope = datasets.map(({ dataset }) => dataset);
  const changed = context.scope.length > 0 && scope.join() !== context.scope.join();
  return settled({
    ...context,
    applied: datasets,
    scope,
    formerScopes: changed ? [...context.formerScopes, context.scope] : context.formerScopes,
    deferred: facts.deferred,
  });
}

export const takesForm = becomes(EmptyPayload, withForm);

/** Only what is missing as a whole stops a submission; what is missing in part is for prequalification to find. */
export function isSubmittable({ event }: { event: MachineEvent }): boolean {
  const form = submissionIn(event.record);
  return form === undefined || form.facts.datasets.length > 0;
}
