import { checkIssuers, type IssuerConfiguration } from './issuer-configuration';

const KEYS = { jwks: { keys: [] } };
const ISSUER: IssuerConfiguration = { issuer: 'https://a.example', audience: 'ledtid', keys: KEYS };

const DOOR = {
  ...{ name: 'staff', clientId: 'portal' },
  ...{ authorizationEndpoint: 'https://a.example/auth', tokenEndpoint: 'https://a.example/token' },
};

const by = (signIn: Partial<typeof DOOR>): IssuerConfiguration => ({
  ...ISSUER,
  signIn: { ...DOOR, ...signIn },
});
const other = (signIn: Partial<typeof DOOR>): IssuerConfiguration => ({
  ...by(signIn),
  ...{ issuer: 'https://b.example', subjectPrefix: 'b:' },
});
const at = (jwksUri: string): IssuerConfiguration => ({ ...ISSUER, keys: { jwksUri } });

describe('issuers', () => {
  it.each<[risk: string, issuers: IssuerConfiguration[], code: string]>([
    ['a shared secret', [{ ...ISSUER, algorithms: ['ES256', 'HS256'] }], 'issuer-algorithm-refused'],
    ['no signature', [{ ...ISSUER, algorithms: ['none'] }], 'issuer-algorithm-refused'],
    ['no algorithm', [{ ...ISSUER, algorithms: [] }], 'issuer-algorithm-refused'],
    ['keys by plain http', [at('http://sign-in.example/keys')], 'issuer-keys-unprotected'],
    ['keys from a file', [at('file:///keys.json')], 'issuer-keys-unprotected'],
    ['keys from nowhere', [at('keys')], 'issuer-keys-unprotected'],
    ['the same issuer twice', [ISSUER, { ...ISSUER, subjectPrefix: 'b:' }], 'issuers-not-distinct'],
    [
      'sign-in by plain http',
      [by({ authorizationEndpoint: 'http://a.example' })],
      'issuer-sign-in-unprotected',
    ],
    ['codes by plain http', [by({ tokenEndpoint: 'http://a.example' })], 'issuer-sign-in-unprotected'],
    ['ID tokens that pass as bearer tokens', [by({ clientId: 'ledtid' })], 'issuer-audience-is-client'],
    ['two by the same door', [by({}), other({})], 'issuers-not-distinct'],
    ['two without prefix', [ISSUER, { ...ISSUER, issuer: 'https://b.example' }], 'issuers-not-distinct'],
  ])('are refused at start: %s', (_, issuers, code) => {
    expect(() => checkIssuers(issuers)).toThrow(expect.objectContaining({ code }));
  });

  it('may have a door each', () => {
    expect(() => checkIssuers([by({}), other({ name: 'researchers' })])).not.toThrow();
  });

  it('may fetch keys by https, and by http on the machine itself', () => {
    expect(() => checkIssuers([at('https://sign-in.example/keys')])).not.toThrow();
    expect(() => checkIssuers([at('http://127.0.0.1:8080/keys')])).not.toThrow();
  });

  it('may fetch keys by http from elsewhere only where the configuration says so, and never from a file', () => {
    const said = { keysByPlainHttp: true };
    expect(() => checkIssuers([{ ...at('http://keycloak:8080/keys'), ...said }])).not.toThrow();
    expect(() => checkIssuers([{ ...at('file:///keys.json'), ...said }])).toThrow();
  });
});
