import type { Text } from '@ledtid/workflow';
import { SMALLEST_GROUP } from '../suppression/suppress-table';

export const HOLDER_DEFINITION: Text = {
  en:
    'One data holder’s own view: the time of its feasibility inquiries and releases inside the period, from creation to ' +
    'end or to now, by whose turn it was. The parts add up to the whole. Own is the holder’s turn; what was not its own is ' +
    'another holder’s release that was awaited, the applicant’s or user’s turn (clarification, a start put off at their ' +
    'wish), the body’s (hdab: reception, pseudonymisation and delivery, for which it has two months), the environment’s ' +
    'and the ethics authority’s. Beside it stands how the other holders do, none of them named. That is empty where there ' +
    `are fewer than ${SMALLEST_GROUP} others, or fewer than ${SMALLEST_GROUP} with at least ${SMALLEST_GROUP} closed visits: it would tell of single holders and releases.`,
  sv:
    'En datainnehavares egen vy: tiden för dess förfrågningar och utlämnanden inom perioden, från att de skapades till att ' +
    'de avslutades eller till nu, efter vems tur det var. Delarna summerar till helheten. Egen (own) är innehavarens tur; ' +
    'det som inte var dess egen är väntan på en annan innehavares utlämnande, sökandens eller användarens tur ' +
    '(förtydligande, eller en start som skjutits upp på deras begäran), organets (hdab: mottagning, pseudonymisering och ' +
    'leverans, som det har två månader på sig för), miljöns och etikprövningsmyndighetens. Bredvid står hur det går för övriga ' +
    `innehavare, utan att någon nämns. Det är tomt om de andra är färre än ${SMALLEST_GROUP}, eller om färre än ${SMALLEST_GROUP} av dem har ` +
    `minst ${SMALLEST_GROUP} avslutade besök: då skulle det röja enskilda innehavare och utlämnanden.`,
};

/** The figures of the report, by the path of the field. */
export const HOLDER_FIGURES: Record<string, Text> = {
  'holder.instances': {
    en: 'The inquiries and releases that the report is over, by workflow: ended in the period (n), and open at its end.',
    sv: 'De förfrågningar och utlämnanden som rapporten gäller, per ärendeflöde: avslutade i perioden (n) och öppna vid dess slut.',
  },
  'holder.time': {
    en: 'All time of these instances inside the period, from creation to end, or to the end of the period or now. Regions of one instance side by side count in full each.',
    sv: 'All tid för dessa inom perioden, från att de skapades till att de avslutades, eller till periodens slut eller nu. Delar av samma ärende som pågår samtidigt räknas var för sig.',
  },
  'holder.time.parts.own': {
    en: 'It was the holder’s turn, whether it had taken the work (assigned) or not (waiting).',
    sv: 'Det var innehavarens tur, vare sig den hade tagit arbetet (assigned) eller inte (waiting).',
  },
  'holder.time.parts.other-holder': {
    en: 'A release of another holder was awaited: the cohort file or the population. A wait counts so only where the release depends on another holder’s, or where its stage was paused for that; else it is the holder’s own.',
    sv: 'Väntan på en annan innehavares utlämnande: kohortfilen eller populationen. Väntan räknas så bara om utlämnandet beror på en annan innehavares, eller om steget pausats för det; annars är den innehavarens egen.',
  },
  'holder.time.parts.hdab': {
    en: 'The body’s turn. Its two months (Art 68(7)) begin when the data has been received; the clock make-available tells whether they were kept.',
    sv: 'Organets tur. Dess två månader (art. 68.7) börjar när data tagits emot; fristen make-available visar om de hölls.',
  },
  'holder.time.parts.applicant': {
    en: 'The applicant’s turn, as while something was clarified.',
    sv: 'Sökandens tur, till exempel medan något förtydligades.',
  },
  'holder.time.parts.user': {
    en: 'The data user’s turn: clarification (with its cause), or a start put off at its wish.',
    sv: 'Dataanvändarens tur: förtydligande (med sin orsak), eller en start som skjutits upp på dess begäran.',
  },
  'holder.time.parts.environment': {
    en: 'The secure environment’s turn: receipt, agreements, accounts, tools.',
    sv: 'Den säkra miljöns tur: kvittens, avtal, konton, verktyg.',
  },
  'holder.time.parts.ethics': {
    en: 'The ethics authority’s turn.',
    sv: 'Etikprövningsmyndighetens tur.',
  },
  'holder.time.parts.none': {
    en: 'Time that no stage owns, as while a release was being set up.',
    sv: 'Tid som inget steg äger, till exempel medan ett utlämnande lades upp.',
  },
  'holder.rows': {
    en: 'The stages in which it was the holder’s turn. n, open, seconds and censored are of visits, as in the lead-time table, but measure own time alone: a visit grows older only while it is the holder’s turn.',
    sv: 'De steg där det var innehavarens tur. n, open, seconds och censored gäller besök, som i ledtidstabellen, men mäter bara egen tid: ett besök blir äldre bara medan det är innehavarens tur.',
  },
  'holder.rows.own': {
    en: 'Own time in the stage inside the period, of open visits too, and its share of the whole. The rows add up to the part own. waiting, assigned, paused and causes are parts of it; time without a cause is in none of the causes.',
    sv: 'Egen tid i steget inom perioden, även för öppna besök, och dess andel av helheten. Raderna summerar till delen own. waiting, assigned, paused och causes är delar av den; tid utan orsak finns inte bland orsakerna.',
  },
  'holder.rows.comparison': {
    en: `Of the other holders by the same filters: each one’s median own time of a closed visit, and between which values these medians lie (quartiles), with the number of holders. Holders with fewer than ${SMALLEST_GROUP} closed visits do not count. withheld says why there is none: few-holders, fewer than ${SMALLEST_GROUP} others with closed visits; few-visits, fewer than ${SMALLEST_GROUP} that count.`,
    sv: `För övriga innehavare med samma filter: vars och ens medianvärde för egen tid i ett avslutat besök, och mellan vilka värden medianerna ligger (kvartiler), med antalet innehavare. Innehavare med färre än ${SMALLEST_GROUP} avslutade besök räknas inte. withheld säger varför det saknas: few-holders, färre än ${SMALLEST_GROUP} andra med avslutade besök; few-visits, färre än ${SMALLEST_GROUP} som räknas.`,
  },
  'holder.clocks': {
    en: 'The clocks of these inquiries and releases, as in the report clocks. The party of a clock says whose duty it is: make-available is the body’s.',
    sv: 'Fristerna för dessa förfrågningar och utlämnanden, som i rapporten clocks. Fristens part säger vems skyldighet den är: make-available är organets.',
  },
  'holder.quality': {
    en: 'The quality of the work on them, stage by stage, as in the report quality. A return stands in the stage in which the fault was found, a redelivery in the stage that delivered again.',
    sv: 'Kvaliteten på arbetet med dem, steg för steg, som i rapporten quality. Ett återsändande står i steget där felet hittades, en omleverans i steget som levererade på nytt.',
  },
};
