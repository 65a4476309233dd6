import { KeyFault } from '@ledtid/platform';
import { ReleaseFault } from '@ledtid/release';
import { failureCodeOf, withoutValues } from './step-failure';

const PERSON = '19500101-1234';

describe('what is kept of a failed step', () => {
  it.each([
    new ReleaseFault('source-unreachable', 'The source is not there.', 'Mount it.'),
    new KeyFault('key-not-opened', 'A key cannot be opened.', 'Configure the one before.'),
  ])('is everything of a fault that was made to be read: $code', (fault) => {
    expect(withoutValues(fault)).toBe(fault);
    expect(failureCodeOf(fault)).toBe(fault.code);
  });

  it.each([
    ['an error', new TypeError(`Could not convert string '${PERSON}'`)],
    ['an error of several lines', new Error(`row:\n  at ${PERSON}\n${PERSON}`)],
    ['something that is no error', PERSON],
  ])('is kind and place, and no value, of %s', (_, thrown) => {
    const kept = withoutValues(thrown);
    expect(`${kept.message}${kept.stack ?? ''}`).not.toContain(PERSON);
    expect(kept.message).toContain(thrown instanceof Error ? thrown.name : 'string');
    expect(failureCodeOf(thrown)).toBe('unexpected-error');
  });

  it('still leads to where it was thrown', () => {
    expect(withoutValues(new Error('hidden')).stack).toMatch(/at .*step-failure\.spec/);
  });
});
