import type { WorkflowTexts } from '@ledtid/workflow';

export const TEXTS: WorkflowTexts = {
  name: { sv: 'Förfrågan om teknisk genomförbarhet', en: 'Feasibility inquiry' },
  stages: { 'feasibility-inquiry': { sv: 'Förfrågan till datainnehavare', en: 'Feasibility inquiry' } },
  states: {},
  events: {
    ANSWER_INQUIRY: { sv: 'Besvara förfrågan', en: 'Answer the inquiry' },
    DECLINE_INQUIRY: { sv: 'Avböj förfrågan', en: 'Decline the inquiry' },
    CASE_MOVED_ON: { sv: 'Ärendet har gått vidare utan svar', en: 'The case has moved on without an answer' },
  },
  fields: {
    feasible: {
      sv: 'Dataset som kan lämnas ut som de är sökta',
      en: 'Datasets that can be delivered as applied for',
    },
    effortHours: { sv: 'Arbetsinsats i timmar', en: 'Effort in hours' },
    feeEstimate: { sv: 'Uppskattad avgift i euro', en: 'Estimated fee, euro' },
    answer: { sv: 'Svar', en: 'Answer' },
    code: { sv: 'Skälskod', en: 'Reason code' },
  },
  refusals: {},
  codes: {
    'data-not-held': { sv: 'Uppgifterna finns inte', en: 'The data are not held' },
    'data-not-extractable': { sv: 'Uppgifterna kan inte tas ut', en: 'The data cannot be extracted' },
    'intellectual-property': { sv: 'Immateriella rättigheter', en: 'Intellectual property' },
    'no-capacity': { sv: 'Kapacitet saknas', en: 'No capacity' },
    other: { sv: 'Annat', en: 'Other' },
  },
  outcomes: {
    answered: { sv: 'Besvarad', en: 'Answered' },
    declined: { sv: 'Avböjd', en: 'Declined' },
    cancelled: { sv: 'Inte längre aktuell', en: 'No longer needed' },
  },
};
