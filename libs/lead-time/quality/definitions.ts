import type { Text } from '@ledtid/workflow';

/** Outcomes by which work ends without having been judged: it was neither right nor wrong. */
export const ABANDONED: readonly string[] = ['withdrawn', 'cancelled'];

export const QUALITY_DEFINITION: Text = {
  en:
    'Whether work was right the first time, per stage and holder. An instance passes a stage when it leaves it for the ' +
    'last time in the period, other than by being sent back, asked to be completed, withdrawn or cancelled. What an ' +
    'event tells of quality is declared by its workflow. Empty means that no workflow here knows such an event; it does not mean none.',
  sv:
    'Om arbetet blev rätt första gången, per steg och innehavare. Ett ärende passerar ett steg när det lämnar det för ' +
    'sista gången i perioden, på annat sätt än att skickas tillbaka, behöva kompletteras, återkallas eller ställas in. ' +
    'Vad en händelse säger om kvalitet anges av dess ärendeflöde. Tomt betyder att inget ärendeflöde här känner till en sådan händelse, inte att det var noll.',
};

/** The figures of the report, by the path of the field. */
export const QUALITY_FIGURES: Record<string, Text> = {
  'quality.cases': {
    en: 'Cases of which some part lies in the period.',
    sv: 'Ärenden som till någon del ligger i perioden.',
  },
  'quality.completionRequestsPerCase': {
    en: 'Completion requests made in the period over its cases.',
    sv: 'Begäranden om komplettering under perioden per ärende i den.',
  },
  'quality.passed': {
    en: 'Instances that passed the stage in the period, each once.',
    sv: 'Ärenden (eller delar av ärenden) som passerade steget i perioden, var och en en gång.',
  },
  'quality.firstTimeRight': {
    en: 'Share of those that passed of which, up to the end of the period, the stage was visited once and no return or completion request was made in it. A return after the period counts in the period in which the stage was passed again.',
    sv: 'Andelen av de passerade för vilka steget, fram till periodens slut, besöktes en gång utan att något skickades tillbaka eller begärdes kompletterat i det. Ett återsändande efter perioden räknas i den period då steget passerades på nytt.',
  },
  'quality.returns': {
    en: 'Work sent back to whoever did it, in the period, in the row of the stage in which the fault was found: a package returned to the holder, a review reopened by the decision maker.',
    sv: 'Arbete som skickades tillbaka till den som gjort det, i perioden, på raden för det steg där felet hittades: ett paket som återsändes till innehavaren, en granskning som beslutsfattaren öppnade på nytt.',
  },
  'quality.redeliveries': {
    en: 'Visits to the stage that began with a return and ended in the period: the work was delivered again.',
    sv: 'Besök i steget som började med att arbetet kom tillbaka och som slutade i perioden: det levererades på nytt.',
  },
  'quality.complaints': {
    en: 'Complaints in the period. Empty as long as no workflow has an event for them.',
    sv: 'Klagomål i perioden. Tomt så länge inget ärendeflöde har en händelse för dem.',
  },
  'quality.completionRequests': {
    en: 'Requests in the period that the applicant complete the application, in the row of the stage that asked.',
    sv: 'Begäranden i perioden om att sökanden ska komplettera, på raden för det steg som frågade.',
  },
  'quality.corrections': {
    en: 'Wrong times superseded in the period (CORRECT), in the row of the stage that the misdated event began, else ended.',
    sv: 'Felaktiga tidpunkter som rättades i perioden (CORRECT), på raden för det steg som den felaktigt daterade händelsen började, annars avslutade.',
  },
  'quality.reEntries': {
    en: 'Visits begun in the period by an instance that had been in the stage before: rework.',
    sv: 'Besök påbörjade i perioden av något som varit i steget förut: omarbete.',
  },
};
