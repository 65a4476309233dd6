import { CSRF_HEADER, isOwnRequest } from './same-origin';

const OWN = 'https://ledtid.example';
const sent = { [CSRF_HEADER]: '1' };

describe('a request with a session', () => {
  it.each([
    ['only reads', 'GET', { 'sec-fetch-site': 'cross-site' }],
    ['comes from a page of our own', 'POST', { ...sent, 'sec-fetch-site': 'same-origin' }],
    ['comes from our origin, by an old browser', 'POST', { ...sent, origin: OWN }],
  ])('passes when it %s', (_, method, headers) => {
    expect(isOwnRequest({ method, headers }, OWN)).toBe(true);
  });

  it.each([
    ['another site', { ...sent, 'sec-fetch-site': 'cross-site', origin: OWN }],
    ['a sibling host', { ...sent, 'sec-fetch-site': 'same-site' }],
    ['the address bar', { ...sent, 'sec-fetch-site': 'none' }],
    ['another origin, by an old browser', { ...sent, origin: 'https://other.example' }],
    ['a page that hides its origin', { ...sent, origin: 'null' }],
    ['nobody says where', sent],
    ['a form, which cannot send headers', { 'sec-fetch-site': 'same-origin', origin: OWN }],
  ])('is refused from %s', (_, headers) => {
    expect(isOwnRequest({ method: 'POST', headers }, OWN)).toBe(false);
  });
});
