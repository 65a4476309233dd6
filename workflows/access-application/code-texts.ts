import type { Text } from '@ledtid/workflow';

/** Points of Art 67(2) and (4) that an application must contain. */
const CONTENT: Readonly<Record<string, Text>> = {
  '67-2-a': {
    sv: 'Sökande och personer med åtkomst (67.2 a)',
    en: 'Applicant and authorised persons (67(2)(a))',
  },
  '67-2-b': { sv: 'Ändamål (67.2 b)', en: 'Purposes (67(2)(b))' },
  '67-2-c': { sv: 'Avsedd användning och nytta (67.2 c)', en: 'Intended use and benefit (67(2)(c))' },
  '67-2-d': { sv: 'Vilka uppgifter som behövs (67.2 d)', en: 'Description of the data (67(2)(d))' },
  '67-2-e': {
    sv: 'Format, och skäl för pseudonymisering (67.2 e)',
    en: 'Format and its justification (67(2)(e))',
  },
  '67-2-f': { sv: 'Egna dataset (67.2 f)', en: 'Own datasets (67(2)(f))' },
  '67-2-g': { sv: 'Skyddsåtgärder (67.2 g)', en: 'Safeguards (67(2)(g))' },
  '67-2-h': { sv: 'Hur länge uppgifterna behövs (67.2 h)', en: 'Period of processing (67(2)(h))' },
  '67-2-i': { sv: 'Behandlingsmiljöns verktyg (67.2 i)', en: 'Tools of the environment (67(2)(i))' },
  '67-2-j': { sv: 'Etisk bedömning (67.2 j)', en: 'Ethical assessment (67(2)(j))' },
  '67-2-k': {
    sv: 'Undantag från rätten att motsätta sig (67.2 k)',
    en: 'Exception to the opt-out (67(2)(k))',
  },
  '67-4': { sv: 'Efterlevnad av dataskyddet (67.4)', en: 'Compliance with data protection (67(4))' },
};

/** Criteria of Art 68(1), risks of Art 68(2), and what else a refusal may rest on. */
const GROUNDS: Readonly<Record<string, Text>> = {
  '68-1-a': { sv: 'Ändamålet är tillåtet (68.1 a)', en: 'The purpose is allowed (68(1)(a))' },
  '68-1-b': {
    sv: 'Uppgifterna är nödvändiga och proportionella (68.1 b)',
    en: 'The data are necessary and proportionate (68(1)(b))',
  },
  '68-1-c': {
    sv: 'Behandlingen har rättslig grund (68.1 c)',
    en: 'The processing has a legal basis (68(1)(c))',
  },
  '68-1-d': { sv: 'Sökanden har rätt kompetens (68.1 d)', en: 'The applicant is qualified (68(1)(d))' },
  '68-1-e': {
    sv: 'Åtgärderna mot missbruk räcker (68.1 e)',
    en: 'Measures against misuse suffice (68(1)(e))',
  },
  '68-1-f': {
    sv: 'Den etiska bedömningen följer lagen (68.1 f)',
    en: 'The ethical assessment follows the law (68(1)(f))',
  },
  '68-1-g': {
    sv: 'Undantaget från rätten att motsätta sig håller (68.1 g)',
    en: 'The exception to the opt-out holds (68(1)(g))',
  },
  '68-1-h': { sv: 'Övriga krav är uppfyllda (68.1 h)', en: 'All other requirements are met (68(1)(h))' },
  '68-2-a': {
    sv: 'Risk för försvar, säkerhet eller ordning (68.2 a)',
    en: 'Risk to defence, security or order (68(2)(a))',
  },
  '68-2-b': {
    sv: 'Risk för sekretess hos myndigheter (68.2 b)',
    en: 'Risk to confidential data of authorities (68(2)(b))',
  },
  '54': { sv: 'Förbjuden användning (54)', en: 'Prohibited use (54)' },
  'national-secrecy': { sv: 'Nationell sekretess', en: 'National secrecy' },
};

/** What events carry. */
const OF_EVENTS: Readonly<Record<string, Text>> = {
  'purpose-changed': { sv: 'Syftet har ändrats', en: 'The purpose has changed' },
  funding: { sv: 'Finansieringen', en: 'The funding' },
  'took-too-long': { sv: 'Det tog för lång tid', en: 'It took too long' },
  'too-costly': { sv: 'Det blev för dyrt', en: 'It became too costly' },
  'data-obtained-elsewhere': { sv: 'Uppgifterna fås på annat håll', en: 'The data come from elsewhere' },
  other: { sv: 'Annat', en: 'Other' },
  incomplete: { sv: 'Ofullständig', en: 'Incomplete' },
  'wrong-body': { sv: 'Fel organ', en: 'Wrong body' },
  'data-not-held': { sv: 'Uppgifterna finns inte', en: 'The data are not held' },
  'applicant-not-entitled': { sv: 'Sökanden får inte ansöka', en: 'The applicant is not entitled' },
  original: { sv: 'Ursprunglig ansökan', en: 'Original application' },
  amendment: { sv: 'Ändringsansökan', en: 'Amendment' },
  appeal: { sv: 'Överklagande', en: 'Appeal' },
  opinion: { sv: 'Rådgivande yttrande', en: 'Advisory opinion' },
  approved: { sv: 'Godkänd', en: 'Approved' },
  conditional: { sv: 'Godkänd med villkor', en: 'Approved with conditions' },
  refused: { sv: 'Avslagen', en: 'Refused' },
  statement: { sv: 'Yttrande', en: 'Statement' },
  'not-research': { sv: 'Ingen forskning', en: 'Not research' },
  'no-personal-data': { sv: 'Inga personuppgifter', en: 'No personal data' },
  'no-sensitive-personal-data': { sv: 'Inga känsliga personuppgifter', en: 'No sensitive personal data' },
  'advisory-statement': { sv: 'Rådgivande yttrande räcker', en: 'An advisory statement suffices' },
  covered: { sv: 'Omfattas', en: 'Covered' },
  'not-covered': { sv: 'Omfattas inte', en: 'Not covered' },
  'not-needed': { sv: 'Behövs inte', en: 'Not needed' },
  ehds: { sv: 'EHDS-förordningen', en: 'EHDS Regulation' },
  osl: { sv: 'Offentlighets- och sekretesslagen', en: 'National secrecy law (OSL)' },
  'legal-review': { sv: 'Juridisk granskning', en: 'Legal review' },
  'technical-feasibility': { sv: 'Teknisk genomförbarhet', en: 'Technical feasibility' },
  full: { sv: 'Bifall', en: 'Full' },
  partial: { sv: 'Delvis bifall', en: 'Partial' },
  stands: { sv: 'Beslutet står fast', en: 'The decision stands' },
  reconsider: { sv: 'Beslutet ska omprövas', en: 'The decision is to be reconsidered' },
};

/** What the form offers. */
const OF_FORM: Readonly<Record<string, Text>> = {
  legal: { sv: 'Juridisk person', en: 'Legal person' },
  natural: { sv: 'Fysisk person', en: 'Natural person' },
  paper: { sv: 'Pappersfaktura', en: 'Paper invoice' },
  electronic: { sv: 'E-faktura', en: 'Electronic invoice' },
  'under-10000': { sv: 'Under 10 000 euro', en: 'Under 10,000 euro' },
  '10000-50000': { sv: '10 000–50 000 euro', en: '10,000–50,000 euro' },
  '50000-100000': { sv: '50 000–100 000 euro', en: '50,000–100,000 euro' },
  '100000-500000': { sv: '100 000–500 000 euro', en: '100,000–500,000 euro' },
  '500000-1000000': { sv: '500 000–1 000 000 euro', en: '500,000–1,000,000 euro' },
  'over-1000000': { sv: 'Över 1 000 000 euro', en: 'Over 1,000,000 euro' },
  anonymised: { sv: 'Anonymiserade uppgifter', en: 'Anonymised data' },
  pseudonymised: { sv: 'Pseudonymiserade uppgifter', en: 'Pseudonymised data' },
  'by-criteria': { sv: 'Bildas efter kriterier', en: 'Formed by criteria' },
  'already-formed': { sv: 'Finns redan', en: 'Already formed' },
  both: { sv: 'Båda', en: 'Both' },
  'whole-population': { sv: 'Hela befolkningen', en: 'Whole population' },
  'random-sample': { sv: 'Slumpmässigt urval', en: 'Random sample' },
  'all-fulfilling': { sv: 'Alla som uppfyller kriterierna', en: 'All who fulfil the criteria' },
  'other-sample': { sv: 'Annat urval', en: 'Other sample' },
  once: { sv: 'En gång', en: 'Once' },
  yearly: { sv: 'Varje år', en: 'Yearly' },
  'half-yearly': { sv: 'Varje halvår', en: 'Half-yearly' },
  quarterly: { sv: 'Varje kvartal', en: 'Quarterly' },
  'as-soon-as-possible': { sv: 'Så snart som möjligt', en: 'As soon as possible' },
  later: { sv: 'Senare', en: 'Later' },
  '6-1-a': { sv: 'Samtycke (6.1 a)', en: 'Consent (6(1)(a))' },
  '6-1-b': { sv: 'Avtal (6.1 b)', en: 'Contract (6(1)(b))' },
  '6-1-c': { sv: 'Rättslig förpliktelse (6.1 c)', en: 'Legal obligation (6(1)(c))' },
  '6-1-d': { sv: 'Grundläggande intressen (6.1 d)', en: 'Vital interests (6(1)(d))' },
  '6-1-e': { sv: 'Allmänt intresse (6.1 e)', en: 'Public task (6(1)(e))' },
  '6-1-f': { sv: 'Intresseavvägning (6.1 f)', en: 'Legitimate interests (6(1)(f))' },
};

/** What the codes of the form and of events are called. */
export const CODES: Readonly<Record<string, Text>> = { ...CONTENT, ...GROUNDS, ...OF_EVENTS, ...OF_FORM };
