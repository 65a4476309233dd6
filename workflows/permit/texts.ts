import type { WorkflowTexts } from '@ledtid/workflow';

export const TEXTS: WorkflowTexts = {
  name: { sv: 'Datatillstånd', en: 'Data permit' },
  stages: {},
  states: {
    'in-force': { sv: 'Gäller', en: 'In force' },
    'key-asked': { sv: 'Gäller, kodnyckel begärd', en: 'In force, code key asked for' },
    'key-approved': { sv: 'Gäller, kodnyckel får lämnas ut', en: 'In force, code key approved' },
  },
  events: {
    ASK_FOR_KEY: { sv: 'Begär kodnyckeln', en: 'Ask for the code key' },
    APPROVE_KEY: { sv: 'Godkänn att kodnyckeln lämnas ut', en: 'Approve handing out the code key' },
    REFUSE_KEY: {
      sv: 'Avslå eller återkalla kodnyckeln',
      en: 'Refuse the code key, or withdraw its approval',
    },
    KEY_OPENED: { sv: 'Kodnyckeln har lämnats ut', en: 'The code key was handed out' },
    END: { sv: 'Avsluta datatillståndet', en: 'End the permit' },
    CASE_ENDED: { sv: 'Ärendet är avslutat', en: 'The case has ended' },
  },
  fields: {
    code: { sv: 'Skälskod', en: 'Reason code' },
    recipient: { sv: 'Mottagare (age)', en: 'Recipient (age)' },
  },
  refusals: {
    'key-for-another': {
      sv: 'Kodnyckeln är godkänd för en annan mottagare. Läs om vem den är godkänd för.',
      en: 'The code key was approved for another recipient. Look again for whom it was approved.',
    },
    'key-approval-ended': {
      sv: 'Godkännandet gäller inte längre. Begär kodnyckeln på nytt.',
      en: 'The approval holds no longer. Ask for the code key anew.',
    },
  },
  codes: {
    'processing-finished': { sv: 'Behandlingen är klar', en: 'The processing is finished' },
    'given-up-by-user': { sv: 'Användaren avstår', en: 'Given up by the user' },
    revoked: { sv: 'Återkallat', en: 'Revoked' },
    other: { sv: 'Annat', en: 'Other' },
    'significant-finding': { sv: 'Betydelsefullt fynd', en: 'Significant finding' },
    'repeated-linkage': { sv: 'Upprepad samkörning', en: 'Repeated linkage' },
    court: { sv: 'Domstol', en: 'Court' },
  },
  outcomes: {
    ended: { sv: 'Avslutat', en: 'Ended' },
    expired: { sv: 'Upphört att gälla', en: 'Expired' },
  },
};
