import { ROLES, type Role } from '@ledtid/workflow';
import fc from 'fast-check';
import { groundsOf, maySee, type SeenInstance, type Sight, sightOf } from './case-policy';
import type { Identity } from './identity';

const who = (roles: Role[], organisations: string[] = [], subject = 'somebody'): Identity => ({
  subject,
  roles,
  organisations,
  issuer: 'issuer',
});

const CASE: SeenInstance = {
  workflow: 'access-application',
  isChild: false,
  owner: 'alva',
  coApplicants: ['bo'],
  holder: null,
  workflowRoles: new Set<Role>(['applicant', 'case_officer', 'data_engineer']),
};
const INQUIRY: SeenInstance = {
  ...CASE,
  workflow: 'feasibility-inquiry',
  isChild: true,
  holder: 'region-norr',
  workflowRoles: new Set<Role>(['data_holder', 'technical_reviewer']),
};
const RELEASE: SeenInstance = {
  ...INQUIRY,
  workflow: 'release',
  workflowRoles: new Set<Role>(['data_holder', 'data_engineer', 'environment_operator']),
};
const PERMIT: SeenInstance = { ...CASE, workflow: 'permit', isChild: true };

const whole: Sight = { form: true, ledger: true };
const status: Sight = { form: false, ledger: false };
const ledger: Sight = { form: false, ledger: true };
const no = null;

/** By docs/access.md: who · the case · an inquiry · a release, both of region-norr · the permit. */
const TABLE: [who: string, identity: Identity, ...sights: (Sight | null)[]][] = [
  ['the applicant', who(['applicant'], [], 'alva'), whole, status, status, status],
  ['a named co-applicant', who(['applicant'], [], 'bo'), whole, status, status, status],
  ['another applicant', who(['applicant'], [], 'carl'), no, no, no, no],
  ['the owner without the role', who(['manager'], [], 'alva'), no, no, no, no],
  ['a case officer', who(['case_officer']), whole, whole, whole, whole],
  ['a legal reviewer', who(['legal_reviewer']), whole, whole, whole, whole],
  ['a technical reviewer', who(['technical_reviewer']), whole, whole, whole, whole],
  ['a decision maker', who(['decision_maker']), whole, whole, whole, whole],
  ['the data holder', who(['data_holder'], ['region-norr']), no, whole, whole, no],
  ['another data holder', who(['data_holder'], ['registry-hjarta']), no, no, no, no],
  ['a data holder of nothing', who(['data_holder']), no, no, no, no],
  ['staff of the holder without the role', who(['applicant'], ['region-norr']), no, no, no, no],
  ['an environment operator', who(['environment_operator']), no, no, whole, no],
  ['a data engineer', who(['data_engineer']), no, no, whole, no],
  ['a manager', who(['manager']), no, no, no, no],
  ['an auditor', who(['auditor']), ledger, ledger, ledger, ledger],
  ['an administrator', who(['administrator']), no, no, no, no],
  ['nobody in particular', who([]), no, no, no, no],
  ['an applicant who audits', who(['applicant', 'auditor'], [], 'alva'), whole, ledger, ledger, ledger],
];

describe('who sees what of a case', () => {
  it.each(TABLE)('%s', (_, identity, ...expected) => {
    const sights = [CASE, INQUIRY, RELEASE, PERMIT].map((instance) => sightOf(identity, instance));
    expect(sights).toEqual(expected);
  });

  const identities = fc.record({
    subject: fc.constantFrom('alva', 'bo', 'carl'),
    roles: fc.subarray([...ROLES]),
    organisations: fc.subarray(['region-norr', 'registry-hjarta']),
    issuer: fc.constant('issuer'),
  });
  const instances = fc.constantFrom(CASE, INQUIRY, RELEASE, PERMIT);

  it('is never less for having one more role', () => {
    fc.assert(
      fc.property(identities, fc.constantFrom(...ROLES), instances, (identity, role, instance) => {
        const more = { ...identity, roles: [...identity.roles, role] };
        return !maySee(identity, instance) || maySee(more, instance);
      }),
    );
  });

  it('is nothing at all without a ground', () => {
    fc.assert(
      fc.property(identities, instances, (identity, instance) => {
        return groundsOf(identity).length > 0 || !maySee(identity, instance);
      }),
    );
  });

  it('is for a holder never the case itself, whatever organisations its token names', () => {
    const holders = fc.array(fc.string());
    fc.assert(fc.property(holders, (organisations) => !maySee(who(['data_holder'], organisations), CASE)));
  });
});
