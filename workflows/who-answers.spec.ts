import type { Party } from '@ledtid/time';
import { type Role, rolesInStage } from '@ledtid/workflow';
import { loadWorkflows } from './index';

/** Who has an account and answers for a party that can be asked. */
const ANSWERS: Readonly<Partial<Record<Party, Role>>> = {
  hdab: 'case_officer',
  applicant: 'applicant',
  user: 'applicant',
  holder: 'data_holder',
  environment: 'environment_operator',
};

const unexplained = loadWorkflows().flatMap((workflow) =>
  [...workflow.leaves.values()]
    .filter(({ meta }) => meta.stage !== 'none' && meta.activity !== 'assigned' && meta.cause === undefined)
    .map((leaf) => [`${workflow.key} in ${leaf.path}`, workflow, leaf] as const),
);

describe('whoever is asked why a case stands', () => {
  it.each(unexplained)('may answer: %s', (_name, workflow, leaf) => {
    const roles = rolesInStage(workflow, workflow.events.SET_CAUSE!, leaf.meta.stage, [leaf]);
    expect(roles).toContain(ANSWERS[leaf.meta.party]);
  });
});
