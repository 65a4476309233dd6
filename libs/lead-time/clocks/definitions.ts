import type { Text } from '@ledtid/workflow';

export const CLOCKS_DEFINITION: Text = {
  en:
    'Whether deadlines were kept, per clock and, where the duty is a data holder’s, per holder. A cycle is one run of ' +
    'a clock. It counts in the period in which it was met, breached (the first day after its due date) or dropped; ' +
    'what is neither done nor dropped at the end of the period counts as running. The list has a fact sheet per ' +
    'breach of the period, the longest over first; cases are named for those only who may see them.',
  sv:
    'Om frister hölls, per frist och, där skyldigheten är en datainnehavares, per innehavare. En omgång är en gång som ' +
    'fristen löpte. Den räknas i den period då den hölls, överskreds (första dagen efter förfallodagen) eller föll; ' +
    'det som varken är gjort eller fallet vid periodens slut räknas som löpande. Listan har ett faktablad för varje ' +
    'överskridande i perioden, det längsta först; ärenden namnges bara för dem som får se dem.',
};

/** The figures of the report, by the path of the field. */
export const CLOCKS_FIGURES: Record<string, Text> = {
  'clocks.n': {
    en: 'Cycles decided in the period: met or breached.',
    sv: 'Omgångar avgjorda i perioden: hållna eller överskridna.',
  },
  'clocks.met': {
    en: 'The thing was done on the due date (civil date in Stockholm) or before it. A clock without a date ("without undue delay") is met when the thing is done.',
    sv: 'Det skedde senast på förfallodagen (datum i Stockholm). En frist utan datum ("utan onödigt dröjsmål") är hållen när det har skett.',
  },
  'clocks.breached': {
    en: 'The due date passed before the thing was done, whether or not it has been done since. While a clock stands paused it is not breached.',
    sv: 'Förfallodagen passerade innan det skedde, oavsett om det har skett sedan dess. Medan fristen är pausad överskrids den inte.',
  },
  'clocks.shareMet': {
    en: 'Met out of met and breached, of the cycles with a due date. Empty without any.',
    sv: 'Andelen hållna av hållna och överskridna omgångar med förfallodag. Tomt om det inte finns några.',
  },
  'clocks.void': {
    en: 'No longer asked for, in the period and before the due date had passed.',
    sv: 'Frågades inte längre efter, i perioden och innan förfallodagen passerat.',
  },
  'clocks.running': {
    en: 'Neither done nor dropped at the end of the period, paused and overdue ones included.',
    sv: 'Varken gjort eller fallet vid periodens slut, även pausade och överskridna.',
  },
  'clocks.overdue': {
    en: 'Of the running ones, those whose due date had passed.',
    sv: 'Av de löpande: de vars förfallodag hade passerat.',
  },
  'clocks.extended': {
    en: 'Cycles of the row that had been extended by the end of the period, and whether the reason was given, has been disposed of with its payload, or is missing. The reason itself is free text and is read in the case. A row of a month counts those decided in it.',
    sv: 'Omgångar i raden som hade förlängts vid periodens slut, och om skälet angavs (given), har gallrats (disposed) eller saknas (missing). Skälet i sig är fritext och läses i ärendet. En månads rad räknar dem som avgjordes i månaden.',
  },
  'clocks.daysOver': {
    en: 'Of the breaches of the period: civil days from the due date until the thing was done or dropped, or until today. Breaches that are still open keep growing after the period.',
    sv: 'För periodens överskridanden: kalenderdagar från förfallodagen till dess att det skedde eller föll, eller till i dag. Öppna överskridanden växer även efter perioden.',
  },
  'clocks.daysUsed': {
    en: 'Of those met: civil days from the start until it was done, pauses included.',
    sv: 'För de hållna: kalenderdagar från start till dess att det skedde, pauser inräknade.',
  },
  'clocks.daysLeft': {
    en: 'Of those met: civil days that were left until the due date.',
    sv: 'För de hållna: kalenderdagar som var kvar till förfallodagen.',
  },
  'clocks.breaches.pausedDays': {
    en: 'Civil days of all ended pauses together, overlapping ones merged.',
    sv: 'Kalenderdagar för alla avslutade pauser sammanlagt, överlappande sammanslagna.',
  },
  'clocks.breaches.time': {
    en: 'Where the time went from the start of the clock until the thing was done or dropped, or until now: seconds of its instance by stage, waiting, assigned and paused, and by cause. Stages side by side count in full each.',
    sv: 'Vart tiden tog vägen från fristens start till dess att det skedde eller föll, eller till nu: sekunder per steg, väntan, tilldelad och paus, och per orsak. Steg som pågår samtidigt räknas var för sig.',
  },
};
