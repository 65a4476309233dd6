import type { Samples } from '../samples';
import type { ReleaseContext } from './context';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const FIRST = 'region-norr::1';
const SECOND = 'registry-hjarta::1';

const OWN = { holder: 'region-norr', part: null, occasion: '1', datasets: ['hospital-visits'] };

const reports = ['EXTRACTED', 'RECEIVED_INTACT', 'DELIVERED'].flatMap((type) =>
  [1, 2].map((attempt) => ({ type, record: { digest: DIGEST, rows: 10, attempt } })),
);

const failures = [
  ...[
    'EXTRACTION_FAILED',
    'RECEIVED_DEVIATING',
    'RECEPTION_FAILED',
    'PSEUDONYMISATION_FAILED',
    'DELIVERY_FAILED',
  ],
].flatMap((type) => [1, 2].map((attempt) => ({ type, record: { code: 'source-unreachable', attempt } })));

export const samples: Samples = {
  inputs: ['ehds', 'osl'].flatMap((track) =>
    [true, false].flatMap((deferred) =>
      [[], [FIRST], [FIRST, SECOND]].map((awaits) => ({ ...OWN, track, deferred, awaits })),
    ),
  ),
  events: [
    ...reports,
    ...failures,
    { type: 'START', record: {} },
    { type: 'DEFER', record: { cause: 'user-funding' } },
    { type: 'ASK_CLARIFICATION', record: {} },
    { type: 'ANSWER_CLARIFICATION', record: {} },
    ...['release', 'with-reservation', 'refusal'].map((outcome) => ({
      type: 'RELEASE_DECIDED',
      record: { outcome },
    })),
    { type: 'REFUSE_RELEASE', record: { code: 'not-extractable' } },
    { type: 'EXTRACT', record: {} },
    { type: 'RETRY_EXTRACTION', record: {} },
    { type: 'RETRY', record: {} },
    { type: 'RETURN_TO_HOLDER', record: { code: 'not-as-described' } },
    ...[0, 3].flatMap((findings) =>
      [1, 2].map((attempt) => ({ type: 'PSEUDONYMISED', record: { digest: DIGEST, findings, attempt } })),
    ),
    { type: 'RELEASE_FINDINGS', record: {} },
    { type: 'CONFIRM_RECEIPT', record: {} },
    { type: 'OPEN_ACCESS', record: {} },
    { type: 'CANCEL', record: { code: 'not-needed' } },
    ...[FIRST, SECOND].flatMap((release) => [
      { type: 'DEPENDENCY_YIELDED', record: { release } },
      { type: 'DEPENDENCY_LOST', record: { release } },
    ]),
    { type: 'CASE_ENDED', record: {} },
  ],
  essence: (context) => {
    const { track, deferred, awaits, populationLost, attempt } = context as ReleaseContext;
    // A third delivery goes where the second does.
    return [track, deferred, awaits, populationLost, Math.min(attempt, 2)];
  },
};
