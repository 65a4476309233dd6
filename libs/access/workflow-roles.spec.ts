import { rolesOfWorkflow } from './workflow-roles';

class Empty {}

describe('the roles of a workflow', () => {
  it('are those that work a stage or send an event', () => {
    const roles = rolesOfWorkflow({
      stages: { extraction: { roles: ['data_engineer', 'data_holder'] } },
      events: {
        CLAIM: { roles: 'stage', payload: Empty },
        DEFER: { roles: ['applicant', 'data_holder'], payload: Empty },
        CLOCK_DUE: { roles: [], payload: Empty, internal: true },
      },
    });
    expect([...roles].sort()).toEqual(['applicant', 'data_engineer', 'data_holder']);
  });
});
