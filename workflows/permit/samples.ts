import type { Samples } from '../samples';

const RECIPIENT = `age1${'q'.repeat(58)}`;

export const samples: Samples = {
  inputs: [{ datasets: ['hospital-visits'], days: 365 }],
  events: [
    { type: 'END', record: { code: 'processing-finished' } },
    { type: 'CASE_ENDED', record: {} },
    { type: 'ASK_FOR_KEY', record: { code: 'court', recipient: RECIPIENT } },
    { type: 'APPROVE_KEY', record: {} },
    { type: 'REFUSE_KEY', record: {} },
    { type: 'KEY_OPENED', record: { recipient: RECIPIENT } },
    { type: 'KEY_OPENED', record: { recipient: `age1${'p'.repeat(58)}` } },
    { type: 'KEY_OPENED', record: { recipient: RECIPIENT }, at: '2027-01-01T00:00:00.000Z' },
  ],
  essence: () => null,
};
