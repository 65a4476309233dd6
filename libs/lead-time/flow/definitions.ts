import type { Text } from '@ledtid/workflow';

export const FLOW_DEFINITION: Text = {
  en:
    'What arrived, left and lay there in the period: whole cases (from first submission to access to the last part, or ' +
    'to an end without access), and each stage by its visits. All work counts, also that of cases with access already.',
  sv:
    'Vad som kom in, gick ut och låg kvar i perioden: hela ärenden (från första inlämning till åtkomst till sista ' +
    'delen, eller till slut utan åtkomst) och varje steg efter dess besök. Allt arbete räknas, även det i ärenden ' +
    'som redan har fått åtkomst.',
};

/** The figures of the report, by the path of the field. */
export const FLOW_FIGURES: Record<string, Text> = {
  'flow.arrivals': {
    en: 'Cases submitted, or visits begun, in the period.',
    sv: 'Ärenden inlämnade, eller besök påbörjade, i perioden.',
  },
  'flow.departures': {
    en: 'Cases or visits that ended in the period. Work in progress at its end = at its beginning + arrivals − departures.',
    sv: 'Ärenden eller besök som slutade i perioden. Pågående arbete vid slutet = vid början + inkomna − avgångna.',
  },
  'flow.workInProgress': {
    en: 'What was open at the beginning and at the end of the period, and on average over its time. Without a beginning the period begins with the first case.',
    sv: 'Det som var öppet vid periodens början och slut, och i genomsnitt över dess tid. Utan angiven början börjar perioden med det första ärendet.',
  },
  'flow.months': {
    en: 'Cumulative flow: arrivals and departures of each Stockholm month, and the work in progress at its end (or at the end of the period).',
    sv: 'Kumulativt flöde: inkomna och avgångna per månad (Stockholm), och pågående arbete vid månadens (eller periodens) slut.',
  },
  'flow.age': {
    en: 'How long what is open at the end of the period has been open: percentiles, the oldest, and how many are older than 30, 90 and 180 days of 24 hours.',
    sv: 'Hur länge det som är öppet vid periodens slut har varit öppet: percentiler, det äldsta, och hur många som är äldre än 30, 90 och 180 dygn.',
  },
  'flow.backlogWeeks': {
    en: 'Weeks to work off what is open at the pace of the last 13 weeks, were nothing to arrive. Empty without departures in them.',
    sv: 'Veckor det tar att beta av det öppna i de senaste 13 veckornas takt, om inget nytt kom in. Tomt utan avgångar under dem.',
  },
  'flow.little': {
    en: "Little's law: average work in progress over the rate of arrival (expected), the mean time of what departed (mean), and their ratio. It is 1 where all that arrived in the period departed in it and nothing was there before. Above 1 work piles up or grows old unfinished; below 1 the period ends old work. Over a short period, or with a trend, it may differ without a fault.",
    sv: 'Littles lag: genomsnittligt pågående arbete genom ankomsttakten (expected), medeltiden för det avgångna (mean) och deras kvot. Den är 1 när allt som kom in i perioden också gick ut i den och inget låg där förut. Över 1 samlas arbete eller åldras ofärdigt; under 1 avslutas gammalt arbete. I en kort period, eller vid en trend, kan den avvika utan att något är fel.',
  },
  'flow.reEntries': {
    en: 'Rework: arrivals of an instance that had been in the stage before.',
    sv: 'Omarbete: ankomster av något som varit i steget förut.',
  },
  'flow.handOffs': {
    en: 'Changes of assignee within a visit, counted when the next person took it. Nobody is named.',
    sv: 'Byten av handläggare inom ett besök, räknade när nästa person tog över. Ingen nämns vid namn.',
  },
  'flow.recordingLag': {
    en: 'From when something happened to when it was registered, for every span that began in the period; overADay is the share registered more than 24 hours later.',
    sv: 'Från att något hände till att det registrerades, för varje spann som började i perioden; overADay är andelen som registrerades mer än 24 timmar senare.',
  },
};
