import type { Identity } from './identity';
import { VerifiedTokens } from './verified-tokens';

const identity = (subject: string): Identity => ({
  subject,
  roles: ['auditor'],
  organisations: [],
  issuer: 'i',
});
const NOW = '2026-11-22T09:00:00.000Z';
const LATER = '2026-11-22T10:00:00.000Z';

describe('verified tokens', () => {
  it('are bounded: the one not used for longest goes first', () => {
    const tokens = new VerifiedTokens(2);
    tokens.remember('a', identity('a'), LATER);
    tokens.remember('b', identity('b'), LATER);
    tokens.find('a', NOW);
    tokens.remember('c', identity('c'), LATER);
    expect(['a', 'b', 'c'].map((token) => tokens.find(token, NOW)?.subject)).toEqual(['a', undefined, 'c']);
  });

  it('are forgotten at their time, and not mistaken for one another', () => {
    const tokens = new VerifiedTokens(2);
    tokens.remember('a', identity('a'), LATER);
    expect(tokens.find('b', NOW)).toBeNull();
    expect(tokens.find('a', LATER)).toBeNull();
    expect(tokens.find('a', NOW)).toBeNull();
  });
});
