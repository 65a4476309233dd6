import type { Text } from '@ledtid/workflow';

export const ACTIVITY_DEFINITION: Text = {
  en:
    'The activity report of Art 59(1) EHDS: each of its points with its figures, or with what the system does not ' +
    'know. Applications count in the period in which they were submitted, and again in the one in which they were ' +
    'decided. An application with several purposes or categories of data counts in the row of each.',
  sv:
    'Verksamhetsrapporten enligt artikel 59.1 EHDS: varje led med sina uppgifter, eller med det som systemet inte vet. ' +
    'Ansökningar räknas i den period då de lämnades in, och åter i den då de avgjordes. En ansökan med flera ändamål ' +
    'eller datakategorier räknas i raden för vart och ett.',
};

/** The figures of the report, by the path of the field. */
export const ACTIVITY_FIGURES: Record<string, Text> = {
  'activity.applications.submitted': {
    en: 'Applications first submitted in the period.',
    sv: 'Ansökningar som först lämnades in i perioden.',
  },
  'activity.applications.permit': {
    en: 'Permits issued in the period, a case once: when its first permit was issued, whatever came of it later.',
    sv: 'Tillstånd utfärdade i perioden, ett per ärende: när det första tillståndet utfärdades, vad som än hände sedan.',
  },
  'activity.applications.refused': {
    en: 'Applications refused in the period without a permit. What holders refused after a permit is none.',
    sv: 'Ansökningar som avslogs i perioden utan tillstånd. Det som innehavare nekade efter ett tillstånd räknas inte hit.',
  },
  'activity.applications.answered': {
    en: 'Answered with statistics in place of a permit.',
    sv: 'Besvarade med statistik i stället för tillstånd.',
  },
  'activity.applications.dismissed': {
    en: 'Not tried: dismissed, or not completed in time.',
    sv: 'Inte prövade: avvisade, eller inte kompletterade i tid.',
  },
  'activity.applications.withdrawn': {
    en: 'Withdrawn before a permit.',
    sv: 'Återkallade före tillstånd.',
  },
  'activity.applications.decided': {
    en: 'All of these: permits, refused, answered, dismissed and withdrawn.',
    sv: 'Alla dessa: tillstånd, avslagna, besvarade, avvisade och återkallade.',
  },
  'activity.daysToAccess.access': {
    en: 'Days of 24 hours from first submission to access to the last part, of the cases that got it in the period: number, mean and median. The same time as the total of the lead-time table.',
    sv: 'Dygn från första inlämning till åtkomst till sista delen, för de ärenden som fick den i perioden: antal, medel och median. Samma tid som totalen i ledtidstabellen.',
  },
  'activity.daysToAccess.answer': {
    en: 'The same to the answer with statistics.',
    sv: 'Detsamma till svaret med statistik.',
  },
  'activity.daysToAccess.open': {
    en: 'Cases open at the end of the period, and how many days they have waited so far: a mean over cases with access leaves them out, and looks better the more of them there are.',
    sv: 'Ärenden öppna vid periodens slut, och hur många dygn de har väntat hittills: ett medel över ärenden med åtkomst utelämnar dem, och ser bättre ut ju fler de är.',
  },
};
