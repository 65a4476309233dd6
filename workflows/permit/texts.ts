import type { WorkflowTexts } from '@ledtid/workflow';

export const TEXTS: WorkflowTexts = {
  name: { sv: 'Datatillstånd', en: 'Data permit' },
  stages: {},
  states: { 'in-force': { sv: 'Gäller', en: 'In force' } },
  events: {
    END: { sv: 'Avsluta datatillståndet', en: 'End the permit' },
    CASE_ENDED: { sv: 'Ärendet är avslutat', en: 'The case has ended' },
  },
  fields: { code: { sv: 'Skälskod', en: 'Reason code' } },
  refusals: {},
  outcomes: {
    ended: { sv: 'Avslutat', en: 'Ended' },
    expired: { sv: 'Upphört att gälla', en: 'Expired' },
  },
};
