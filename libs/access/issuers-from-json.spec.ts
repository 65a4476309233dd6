import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issuersFromJson } from './issuers-from-json';

const ISSUER = {
  issuer: 'https://a.example',
  audience: 'ledtid',
  keys: { jwksUri: 'https://a.example/jwks' },
};

describe('the list of issuers', () => {
  it.each(['issuers.example.json', 'issuers.keycloak.json'])('may look as docs/%s does', (name) => {
    const example = readFileSync(join(__dirname, '../../docs', name), 'utf8');
    expect(issuersFromJson(example)[0]).toHaveProperty('audience', 'ledtid');
  });

  it.each<[fault: string, json: string, named: RegExp]>([
    ['no JSON', '[', /no JSON/],
    ['no issuer at all', '[]', /fewer than 1/],
    ['a missing audience', JSON.stringify([{ ...ISSUER, audience: undefined }]), /audience/],
    ['a misspelt setting', JSON.stringify([{ ...ISSUER, algorithm: ['ES256'] }]), /issuers\/0 .*additional/],
    [
      'keys in two places',
      JSON.stringify([{ ...ISSUER, keys: { jwksUri: 'https://a', jwks: { keys: [] } } }]),
      /keys/,
    ],
  ])('is refused with %s, naming the place', (_, json, named) => {
    expect(() => issuersFromJson(json)).toThrow(
      expect.objectContaining({ code: 'issuers-malformed', reason: expect.stringMatching(named) }),
    );
  });

  it('is refused with settings that would believe too much', () => {
    const json = JSON.stringify([{ ...ISSUER, algorithms: ['HS256'] }]);
    expect(() => issuersFromJson(json)).toThrow(
      expect.objectContaining({ code: 'issuer-algorithm-refused' }),
    );
  });
});
