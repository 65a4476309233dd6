import type { Text } from '@ledtid/workflow';
import type { ActivityPoint } from './activity';

interface PointText {
  subject: Text;
  figures: ActivityPoint['figures'];
  missing: Text | null;
}

const NOT_RECORDED: Text = {
  en: 'Not recorded by this system yet.',
  sv: 'Registreras ännu inte av detta system.',
};

function unknown(en: string, sv: string, missing = NOT_RECORDED): PointText {
  return { subject: { en, sv }, figures: null, missing };
}

/** Regulation (EU) 2025/327, Art 59(1), points (a) to (k). */
const POINTS: Record<string, PointText> = {
  a: {
    subject: {
      en: 'Applications and requests, permits issued and refused, by type of applicant, purpose and category of data',
      sv: 'Ansökningar och begäranden, utfärdade och nekade tillstånd, efter sökande, ändamål och datakategori',
    },
    figures: 'applications',
    missing: {
      en: 'A summary of the results of the uses is not recorded by this system yet.',
      sv: 'En sammanfattning av användningarnas resultat registreras ännu inte av detta system.',
    },
  },
  b: unknown(
    'Fulfilment of commitments by users and holders; administrative fines',
    'Användares och innehavares fullgörande av åtaganden; administrativa sanktionsavgifter',
    {
      en: 'Fines are not recorded by this system yet. How the legal periods were kept, the report clocks tells.',
      sv: 'Sanktionsavgifter registreras ännu inte av detta system. Hur lagens frister hölls visar rapporten clocks.',
    },
  ),
  c: unknown('Audits of users', 'Granskningar av användare'),
  d: unknown('Audits of secure processing environments', 'Granskningar av säkra behandlingsmiljöer'),
  e: unknown(
    'Requests from natural persons on their data protection rights',
    'Begäranden från enskilda om deras dataskyddsrättigheter',
  ),
  f: unknown('Engagement with and consultation of stakeholders', 'Samverkan och samråd med berörda parter'),
  g: unknown('Revenues from permits and requests', 'Intäkter från tillstånd och begäranden', {
    en: 'Fees are not recorded by this system yet.',
    sv: 'Avgifter registreras ännu inte av detta system.',
  }),
  h: {
    subject: {
      en: 'Average number of days between applications or requests and access to data',
      sv: 'Genomsnittligt antal dagar mellan ansökan eller begäran och tillgång till data',
    },
    figures: 'daysToAccess',
    missing: null,
  },
  i: unknown('Data quality labels issued by holders', 'Datakvalitetsmärkningar utfärdade av innehavare'),
  j: unknown(
    'Publications, policy documents and regulatory procedures',
    'Publikationer, policydokument och regleringsförfaranden',
  ),
  k: unknown(
    'Digital health products and services developed',
    'Digitala hälsoprodukter och tjänster som utvecklats',
  ),
};

export function pointsIn(language: keyof Text): ActivityPoint[] {
  return Object.entries(POINTS).map(([point, { subject, figures, missing }]) => ({
    ...{ point, subject: subject[language], figures },
    missing: missing === null ? null : missing[language],
  }));
}
