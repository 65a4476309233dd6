import { answerFaults } from './answer-faults';
import type { RawAnswer } from './exchange';
import type { MadeRequest } from './made-request';

const request: MadeRequest = {
  ...{ operation: 'getCase', kind: 'valid', as: 'bo', method: 'GET', target: '/', headers: [], body: null },
};
const SECRETS = [{ text: 'canary', knownTo: new Set(['anna']) }];
const PROBLEM = {
  ...{ type: 'urn:ledtid:problem:stale', title: 'Stale', status: 409, code: 'stale' },
  text: { sv: 'Sen', en: 'Late' },
};

function faults(status: number, body: unknown, type = 'application/problem+json'): string[] {
  const answer: RawAnswer = { status, headers: { 'content-type': type }, body: JSON.stringify(body) };
  return answerFaults(request, answer, SECRETS);
}

describe('an answer is at fault', () => {
  it.each([
    ['that never came', 0, '', /no answer/],
    ['that is a failure', 500, { ...PROBLEM, status: 500 }, /the server failed/],
    ['that tells another’s text', 200, { summary: 'a canary' }, /bo was told canary/],
    ['whose error tells another’s text', 409, { ...PROBLEM, details: ['canary'] }, /bo was told canary/],
    ['whose error has no stable code', 409, { ...PROBLEM, code: undefined }, /no whole problem/],
    ['whose error has another status', 422, PROBLEM, /no whole problem/],
    ['that shows where in the code it failed', 200, { at: 'x\n    at f (/a/b.ts:1:2)' }, /inside/],
    [
      'that shows what the database said',
      409,
      { ...PROBLEM, details: ['invalid input syntax for uuid'] },
      /inside/,
    ],
  ])('%s', (_what, status, body, fault) => {
    expect(faults(status, body)).toEqual([expect.stringMatching(fault)]);
  });

  it('whose error is no problem document', () => {
    expect(faults(409, PROBLEM, 'application/json')).toEqual([expect.stringMatching(/content type/)]);
  });

  it('but not what is sound, nor what its reader may know', () => {
    expect(faults(409, PROBLEM)).toEqual([]);
    const answer = { status: 200, headers: {}, body: 'canary' };
    expect(answerFaults({ ...request, as: 'anna' }, answer, SECRETS)).toEqual([]);
  });
});
