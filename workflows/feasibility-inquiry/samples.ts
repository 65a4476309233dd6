import type { Samples } from '../samples';

export const samples: Samples = {
  inputs: [{ datasets: ['hospital-visits'], holder: 'region-norr', part: null, occasion: '1' }],
  events: [
    { type: 'ANSWER_INQUIRY', record: { feasible: ['hospital-visits'], effortHours: 8, feeEstimate: 1200 } },
    { type: 'DECLINE_INQUIRY', record: { code: 'data-not-held' } },
    { type: 'CASE_MOVED_ON', record: {} },
  ],
  essence: () => null,
};
