import { type LendableRole, ROLES, type Role } from '@ledtid/workflow';
import fc from 'fast-check';
import type { Delegation } from './delegation';
import { groundsOf, maySee, type SeenInstance, type Sight, sightOf } from './case-policy';
import type { Identity } from './identity';

const who = (roles: Role[], organisations: string[] = [], subject = 'somebody'): Identity => ({
  subject,
  roles,
  organisations,
  issuer: 'issuer',
});

const lent = (grantor: string, role: LendableRole, subject: string, issuer = 'issuer'): Delegation => ({
  ...{ number: 7, grantor, role, right: 'read', issuer, subject, until: '2026-12-01T00:00:00.000Z' },
});

const CASE: SeenInstance = {
  workflow: 'access-application',
  isChild: false,
  owner: 'alva',
  delegations: [lent('alva', 'applicant', 'bo')],
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

/** Lent in the case: to whom, by docs/access.md, and what they then see. */
const LENT: [what: string, delegation: Delegation, identity: Identity, ...sights: (Sight | null)[]][] = [
  [
    'an officer’s part, to a colleague',
    lent('olle', 'case_officer', 'lars'),
    who(['data_engineer'], [], 'lars'),
    whole,
    whole,
    whole,
    whole,
  ],
  [
    'the same, to an applicant',
    lent('olle', 'case_officer', 'bo'),
    who(['applicant'], [], 'bo'),
    no,
    no,
    no,
    no,
  ],
  [
    'the same, to an auditor',
    lent('olle', 'case_officer', 'nils'),
    who(['auditor'], [], 'nils'),
    ledger,
    ledger,
    ledger,
    ledger,
  ],
  [
    'the same, to a manager',
    lent('olle', 'case_officer', 'maria'),
    who(['manager'], [], 'maria'),
    no,
    no,
    no,
    no,
  ],
  [
    'an applicant’s part, to an officer',
    lent('alva', 'applicant', 'lars'),
    who(['data_engineer'], [], 'lars'),
    no,
    no,
    whole,
    no,
  ],
  [
    'an applicant’s part, by somebody whose case it is not',
    lent('carl', 'applicant', 'bo'),
    who(['applicant'], [], 'bo'),
    no,
    no,
    no,
    no,
  ],
  [
    'an applicant’s part, to somebody of the same name elsewhere',
    lent('alva', 'applicant', 'bo', 'elsewhere'),
    who(['applicant'], [], 'bo'),
    no,
    no,
    no,
    no,
  ],
];

describe('who sees what of a case', () => {
  it.each(TABLE)('%s', (_, identity, ...expected) => {
    const sights = [CASE, INQUIRY, RELEASE, PERMIT].map((instance) => sightOf(identity, instance));
    expect(sights).toEqual(expected);
  });

  it.each(LENT)('with %s', (_, delegation, identity, ...expected) => {
    const instances = [CASE, INQUIRY, RELEASE, PERMIT].map((one) => ({ ...one, delegations: [delegation] }));
    expect(instances.map((instance) => sightOf(identity, instance))).toEqual(expected);
  });

  it('with a release lent by one holder’s person to another’s: that release, whole, and nothing else', () => {
    const johan = who(['data_holder'], ['registry-hjarta'], 'johan');
    const delegations = [lent('ines', 'data_holder', 'johan')];
    expect(sightOf(johan, { ...RELEASE, delegations })).toEqual(whole);
    expect(sightOf(johan, INQUIRY)).toBeNull();
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
