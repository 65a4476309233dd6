import type { Party } from '@ledtid/time';
import type { EventSpec } from './contract';
import type { LeafInfo, Workflow } from './define-workflow';
import type { Role } from './roles';

/** Who speaks for a party. Nobody who has an account here speaks for the ethics authority. */
const SPEAK_FOR: Readonly<Record<Party, readonly Role[]>> = {
  hdab: ['case_officer'],
  applicant: ['applicant'],
  user: ['applicant'],
  holder: ['data_holder'],
  environment: ['environment_operator'],
  ethics: [],
};

/**
 * Who may send an event while these leaves are active: whom it names or, of an event for the roles of a stage, those
 * who work the stage that it names. Why it stands is also the party's to tell whose turn it is, who need not work the stage: the user who wished a release
 * deferred, the body whose release lost its population.
 */
export function rolesInStage(
  workflow: Pick<Workflow, 'stages'>,
  spec: EventSpec,
  stage: string | null,
  leaves: readonly LeafInfo[],
): readonly Role[] {
  if (spec.roles !== 'stage') return spec.roles;
  const working = workflow.stages[stage ?? '']?.roles ?? [];
  if (spec.changes !== 'cause') return working;
  const standing = leaves.filter(({ meta }) => meta.stage === stage && meta.activity !== 'assigned');
  return [...new Set([...working, ...standing.flatMap(({ meta }) => SPEAK_FOR[meta.party])])];
}
