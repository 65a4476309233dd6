import type { Samples } from '../samples';

export const samples: Samples = {
  inputs: [{ datasets: ['hospital-visits'], days: 365 }],
  events: [
    { type: 'END', record: { code: 'processing-finished' } },
    { type: 'CASE_ENDED', record: {} },
  ],
  essence: () => null,
};
