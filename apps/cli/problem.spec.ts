import { CommandError, problemOf } from './problem';

describe('what was thrown', () => {
  it('is a problem when it says what is so and what to do, whoever threw it', () => {
    const thrown = Object.assign(new Error('x'), { code: 'a-code', reason: 'So it is.', remedy: 'Do this.' });
    expect(problemOf(thrown)).toEqual({ code: 'a-code', reason: 'So it is.', remedy: 'Do this.' });
    expect(problemOf(new CommandError('b', 'c', 'd'))).toEqual({ code: 'b', reason: 'c', remedy: 'd' });
  });

  it.each(['42P01', '28P01', '3D000', 'ECONNREFUSED', 'ENOTFOUND'])(
    'is told in words for the database’s %s',
    (code) => {
      const problem = problemOf(Object.assign(new Error('relation "x" does not exist'), { code }));
      expect(problem).toMatchObject({
        code: `database-${code.toLowerCase()}`,
        remedy: expect.stringMatching(/\.$/),
      });
    },
  );

  it('is not made up where nobody foresaw it', () => {
    expect(problemOf(new TypeError('x is not a function'))).toBeNull();
    expect(problemOf('text')).toBeNull();
    expect(problemOf(undefined)).toBeNull();
  });
});
