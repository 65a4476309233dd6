import { identityFromClaims } from './claims-to-identity';
import type { IssuerConfiguration } from './issuer-configuration';

const ISSUER: IssuerConfiguration = {
  issuer: 'https://a.example',
  audience: 'ledtid',
  keys: { jwks: { keys: [] } },
};

describe('claims', () => {
  it('are read where the issuer puts them, and mean what the configuration says', () => {
    const claims = {
      sub: 'd8f1',
      hsaid: 'SE123',
      realm_access: { roles: ['jurist', 'beslut', 'offline_access', 'jurist'] },
      'https://a.example/org': 'SE-55',
    };
    const identity = identityFromClaims(claims, {
      ...ISSUER,
      subject: 'hsaid',
      subjectPrefix: 'siths:',
      roles: {
        claim: ['realm_access', 'roles'],
        map: { jurist: 'legal_reviewer', beslut: ['decision_maker'] },
      },
      organisations: { claim: 'https://a.example/org', map: { 'SE-55': 'region-norr' } },
    });
    expect(identity).toEqual({
      subject: 'siths:SE123',
      roles: ['legal_reviewer', 'decision_maker'],
      organisations: ['region-norr'],
      issuer: 'https://a.example',
    });
  });

  it('give no role by a value that the map leaves out, even if it is called like one', () => {
    const mapped = { ...ISSUER, roles: { claim: 'roles', map: { jurist: 'legal_reviewer' } } };
    expect(identityFromClaims({ sub: 'a', roles: ['administrator'] }, mapped)).toMatchObject({
      code: 'token-no-role',
    });
  });

  it.each([[['constructor', 'name']], ['__proto__'], [['roles', 'length']]])(
    'are own properties: %p',
    (claim) => {
      const reaching = { ...ISSUER, roles: { claim } };
      expect(identityFromClaims({ sub: 'a', roles: ['x'] }, reaching)).toMatchObject({
        code: 'token-no-role',
      });
    },
  );

  it.each([
    ['loa3', 'substantial'],
    ['loa9', undefined],
    ['constructor', undefined],
    [['loa3'], undefined],
  ])('tell by %p how sure the issuer is: %p', (acr, assurance) => {
    const mapped: IssuerConfiguration = { ...ISSUER, assurance: { map: { loa3: 'substantial' } } };
    const identity = identityFromClaims({ sub: 'a', roles: ['auditor'], acr }, mapped);
    expect(identity).toMatchObject({ subject: 'a' });
    expect((identity as { assurance?: string }).assurance).toBe(assurance);
  });

  it.each(['194503219805', '19450321-9805', 'SE/194503219805', '450321-9805'])(
    'give no subject that is a person’s number, for it would stand in the ledgers: %s',
    (sub) => {
      const refused = identityFromClaims({ sub, roles: ['auditor'] }, { ...ISSUER, subjectPrefix: 'siths:' });
      expect(refused).toMatchObject({ code: 'token-subject-is-number' });
      expect(JSON.stringify(refused)).not.toContain('9805');
    },
  );

  it('tell names and organisations without a person’s number', () => {
    const organisations = ['19450321-9805', '2021005208', 'region-norr'];
    const claims = { sub: 'a', name: 'Kanarina 194503219805', roles: ['auditor'], organisations };
    expect(identityFromClaims(claims, ISSUER)).toMatchObject({
      ...{ name: 'Kanarina [hidden]', organisations: ['2021005208', 'region-norr'] },
    });
  });

  it('tell nothing of how sure the issuer is where nobody configured it', () => {
    const claims = { sub: 'a', roles: ['auditor'], acr: 'high' };
    expect(identityFromClaims(claims, ISSUER)).not.toHaveProperty('assurance');
  });

  it('cannot put an automatic step in by the prefix', () => {
    expect(
      identityFromClaims({ sub: 'timer', roles: ['auditor'] }, { ...ISSUER, subjectPrefix: 'system:' }),
    ).toMatchObject({ code: 'token-reserved-subject' });
  });
});
