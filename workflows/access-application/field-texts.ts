import type { Text } from '@ledtid/workflow';

/** Fields of the payloads. */
export const FIELDS: Readonly<Record<string, Text>> = {
  code: { sv: 'Skälskod', en: 'Reason code' },
  missing: { sv: 'Saknade uppgifter', en: 'Missing information' },
  question: { sv: 'Fråga', en: 'Question' },
  councilMetOn: { sv: 'Rådets sammanträdesdag', en: 'Date of the council meeting' },
  days: { sv: 'Svarstid i dagar', en: 'Days to answer' },
  authority: { sv: 'Etikprövande myndighet', en: 'Ethics authority' },
  registrationNumber: { sv: 'Diarienummer', en: 'Registration number' },
  kind: { sv: 'Slag av etikärende', en: 'Kind of ethics case' },
  appliedOn: { sv: 'Ansökningsdag', en: 'Applied on' },
  decidedOn: { sv: 'Beslutsdag', en: 'Decided on' },
  outcome: { sv: 'Utgång', en: 'Outcome' },
  datasets: { sv: 'Dataset', en: 'Datasets' },
  holders: { sv: 'Datainnehavare', en: 'Data holders' },
  linkage: { sv: 'Samkörning omfattas', en: 'Linkage is covered' },
  recommended: { sv: 'Tillstyrks', en: 'Recommended' },
  ethics: { sv: 'Etikgodkännande', en: 'Ethics approval' },
  unmet: { sv: 'Villkor som inte är uppfyllda', en: 'Criteria not met' },
  feasible: {
    sv: 'Dataset som kan lämnas ut som de är sökta',
    en: 'Datasets that can be delivered as applied for',
  },
  feeEstimate: { sv: 'Uppskattad avgift i euro', en: 'Estimated fee, euro' },
  agreesToStatistics: { sv: 'Godtar svar i statistisk form', en: 'Agrees to an answer in statistical form' },
  statement: { sv: 'Yttrande', en: 'Statement' },
  extent: { sv: 'Bifallets omfattning', en: 'Extent of the grant' },
  permitDays: { sv: 'Tillståndets längd i dagar', en: 'Length of the permit in days' },
  grounds: { sv: 'Avslagsgrunder', en: 'Grounds of the refusal' },
  child: { sv: 'Delärende', en: 'Child case' },
  occasion: { sv: 'Tillfälle', en: 'Occasion' },
};
