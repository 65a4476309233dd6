import type { Text } from '@ledtid/workflow';
import { CLOCKS_FIGURES } from '../clocks/definitions';
import { ACTIVITY_FIGURES } from '../activity/definitions';
import { FLOW_FIGURES } from '../flow/definitions';
import { HOLDER_FIGURES } from '../holder/definitions';
import { SUPPRESSION } from '../suppression/definitions';
import { QUALITY_FIGURES } from '../quality/definitions';

/** What a report times and counts, in words, as it is printed beside the figures. */
export const REPORT_DEFINITIONS: Record<'lead-time' | 'after-ethics' | 'log', Text> = {
  'lead-time': {
    en:
      'From first submission to access to the last part: the first authorised person can open the data. Refused, ' +
      'dismissed, withdrawn and answered cases are outcomes of their own; their time counts in where the time ' +
      'went, not in the total. A row counts visits; rows rank by what they contributed along the critical path.',
    sv:
      'Från första inlämning till åtkomst till sista delen: den första behöriga personen kan öppna data. Avslagna, ' +
      'avvisade, återkallade och besvarade ärenden är egna utfall; deras tid räknas i vart tiden tog vägen men ' +
      'inte i totalen. En rad räknar besök; raderna ordnas efter sitt bidrag längs den kritiska vägen.',
  },
  'after-ethics': {
    en:
      'From the later of the original ethics decision (00:00 Stockholm) and first submission, to access to the ' +
      'last part. Only cases with such a decision. A visit under way at that moment counts from it. The time from ' +
      'approval to submission, and the time from the covering approval, stand apart under milestones.',
    sv:
      'Från det senare av det ursprungliga etikbeslutet (kl. 00.00 i Stockholm) och första inlämning, till åtkomst ' +
      'till sista delen. Endast ärenden med ett sådant beslut. Ett besök som då pågick räknas därifrån. Tiden från ' +
      'godkännande till inlämning, och tiden från det täckande godkännandet, står för sig under milstolpar.',
  },
  log: {
    en:
      'An imported log: a row is an activity. Each event of a case but the first is a closed visit, from its own ' +
      'start where there is one, else from the previous event of the case; time before an own start is waiting. ' +
      'The total is first to last event. Nothing is open.',
    sv:
      'En inläst logg: en rad är en aktivitet. Varje händelse i ett ärende utom den första är ett avslutat besök, ' +
      'från egen start om en sådan finns, annars från ärendets föregående händelse; tid före egen start är väntan. ' +
      'Totalen är första till sista händelsen. Inget är öppet.',
  },
};

/** Every figure of a report, by the path of its field. */
export const FIGURE_DEFINITIONS: Record<string, Text> = {
  'cohort.cases': {
    en: 'Cases of which some part lies in the period: ended in it, or open at its end.',
    sv: 'Ärenden som till någon del ligger i perioden: avslutade i den, eller öppna vid dess slut.',
  },
  'cohort.open': {
    en: 'Of these, those open at the end of the period.',
    sv: 'Av dessa: de som är öppna vid periodens slut.',
  },
  outcomes: {
    en: 'Cases that ended in the period, by how they ended.',
    sv: 'Ärenden avslutade i perioden, efter utfall.',
  },
  n: {
    en: 'Visits that closed in the period. A visit is an unbroken run of one instance in one stage, pauses included; a stage entered again is a second visit.',
    sv: 'Besök som avslutades i perioden. Ett besök är en obruten vistelse i ett steg, pauser inräknade; ett steg som inleds på nytt är ett andra besök.',
  },
  open: { en: 'Visits open at the end of the period.', sv: 'Besök som är öppna vid periodens slut.' },
  seconds: {
    en: 'Length of the closed visits; percentiles interpolated linearly between the two nearest values.',
    sv: 'De avslutade besökens längd; percentiler interpoleras linjärt mellan de två närmaste värdena.',
  },
  censored: {
    en: 'Kaplan-Meier estimate of the period, open visits counted: every visit at risk in the period enters at the age it had when the period began and is censored at its end. Where the curve stays at exactly that share, the middle up to the next end. Null where the curve does not reach. In the total, cases that ended without access are censored then.',
    sv: 'Kaplan-Meier-skattning för perioden, öppna besök inräknade: varje besök som kan avslutas i perioden räknas från sin ålder vid periodens början och censureras vid dess slut. Där kurvan ligger på precis den andelen: mitten fram till nästa avslut. Tomt där kurvan inte når. I totalen censureras ärenden som slutat utan åtkomst.',
  },
  waiting: {
    en: 'Time in closed visits during which nobody had taken the work.',
    sv: 'Tid i avslutade besök då ingen hade tagit arbetet.',
  },
  assigned: {
    en: 'Time in closed visits during which somebody had taken the work.',
    sv: 'Tid i avslutade besök då någon hade tagit arbetet.',
  },
  paused: {
    en: 'Time in closed visits during which the stage stood still for another party.',
    sv: 'Tid i avslutade besök då steget stod still för en annan part.',
  },
  idle: {
    en: 'Assigned time more than five working days after the day of the last event.',
    sv: 'Tilldelad tid mer än fem arbetsdagar efter dagen för den senaste händelsen.',
  },
  causes: { en: 'Waiting and paused time by cause.', sv: 'Väntan och paus efter orsak.' },
  contributed: {
    en: 'Time along the critical path inside the period, open cases included: all time from a fork to its join belongs to the branch that reached its end last (at a tie the smaller key). While a join is open it belongs, provisionally, to the open branch whose present visit began first. A parent that only waits for its children, and a release that waits for another one, own no time. What no stage owns is the row "none". The parts add up to the whole.',
    sv: 'Tid längs den kritiska vägen inom perioden, öppna ärenden inräknade: all tid från en förgrening till dess sammanlöpning hör till den gren som nådde sitt slut sist (vid lika: den minsta nyckeln). Medan en sammanlöpning är öppen hör tiden preliminärt till den öppna gren vars pågående besök började först. Ett ärende som bara väntar på sina delar, och ett utlämnande som väntar på ett annat, äger ingen tid. Det som inget steg äger är raden "none". Delarna summerar till helheten.',
  },
  removable: {
    en: "How much earlier cases would have ended had the row taken no time: the second slowest takes the slowest one's place.",
    sv: 'Hur mycket tidigare ärendena hade slutat om raden inte tagit någon tid: den näst långsammaste tar den långsammastes plats.',
  },
  excess: { en: 'Time over the target; empty without a target.', sv: 'Tid utöver målet; tomt utan mål.' },
  target: {
    en: 'The target, and the share of closed visits within it.',
    sv: 'Målet, och andelen avslutade besök inom det.',
  },
  total: {
    en: 'One visit a case, closed by access to the last part. Waiting, assigned and paused are those along the critical path.',
    sv: 'Ett besök per ärende, avslutat med åtkomst till sista delen. Väntan, tilldelad tid och paus är de längs den kritiska vägen.',
  },
  accessBy: {
    en: 'Share of all cases with access, whole or partial, by day 90, 180 and 365 (of 24 hours) from the start of the clock: Aalen-Johansen estimate of cumulative incidence. Other outcomes compete; open cases are censored at the end of the period; a case that was under way when the period began enters at the age it had then. Empty for a day up to which not always some case was under observation, unless every case had ended by it; empty throughout without a case at risk.',
    sv: 'Andel av alla ärenden som fått åtkomst, helt eller delvis, till dag 90, 180 och 365 (om 24 timmar) från klockans start: Aalen-Johansen-skattning av kumulativ incidens. Övriga utfall konkurrerar; öppna ärenden censureras vid periodens slut; ett ärende som pågick när perioden började räknas från sin ålder då. Tomt för en dag fram till vilken det inte hela tiden fanns något ärende att iaktta, om inte alla ärenden hade slutat dessförinnan; helt tomt om inget ärende kunde avslutas i perioden.',
  },
  incidence: {
    en: 'The same share for each outcome. Access and partial access add up to accessBy; all outcomes together, to the share that had ended.',
    sv: 'Samma andel för varje utfall. Åtkomst och delvis åtkomst summerar till accessBy; alla utfall tillsammans till andelen avslutade.',
  },
  'milestones.firstPart': { en: 'To access to the first part.', sv: 'Till åtkomst till första delen.' },
  'milestones.receipt': {
    en: 'To the last receipt of a package by the processing environment.',
    sv: 'Till behandlingsmiljöns sista mottagande av ett paket.',
  },
  'milestones.ethicsToSubmission': {
    en: 'From the original ethics decision to first submission, where the decision came first.',
    sv: 'Från det ursprungliga etikbeslutet till första inlämning, där beslutet kom först.',
  },
  'milestones.fromCovering': {
    en: 'From the later of first submission and the approval that covers all datasets, to access to the last part.',
    sv: 'Från det senare av första inlämning och det godkännande som täcker alla dataset, till åtkomst till sista delen.',
  },
  unexplained: {
    en: 'Waiting and paused time for which no cause was given, or whose cause was said to be unknown.',
    sv: 'Väntan och paus för vilken ingen orsak angetts, eller vars orsak angetts som okänd.',
  },
  asked: {
    en: 'How often a party was asked in the period why a case stood: once for each wait without a cause, after half the target of the stage, or after five working days where there is none.',
    sv: 'Hur ofta en part i perioden fick frågan varför ett ärende stod stilla: en gång för varje väntan utan orsak, efter halva målet för steget, eller efter fem arbetsdagar där mål saknas.',
  },
  pareto: {
    en: 'Waiting and paused time inside the period by cause, the largest first. Waits side by side count in full each. A cause counts from the moment for which it was given; the row without a code is time for which none was given.',
    sv: 'Väntan och paus inom perioden efter orsak, den största först. Väntan som pågår samtidigt räknas var för sig. En orsak räknas från den tidpunkt den angavs för; raden utan kod är tid för vilken ingen angetts.',
  },
  'pareto.cumulative': {
    en: 'The shares of this cause and of all larger ones.',
    sv: 'Andelen för denna orsak och alla större.',
  },
  story: {
    en: 'One case, visit by visit along its critical path, from the start of the clock to its end or to now: a period that begins later does not cut it. Visits and stages add up to the whole. Beside a visit stand the branches that ran at the same time, by how much they ended before the last one, and how much earlier the case would have ended had that visit alone taken no time. Durations are calendar time; working days are those after the day of the start, up to and with that of the end.',
    sv: 'Ett ärende, besök för besök längs dess kritiska väg, från klockans början till slutet eller nu: en period som börjar senare skär inte av den. Besöken och stegen summerar till helheten. Vid varje besök står de grenar som pågick samtidigt, hur långt före den sista de slutade, och hur mycket tidigare ärendet hade slutat om just det besöket inte tagit någon tid. Längderna är kalendertid; arbetsdagar är de efter startdagen till och med slutdagen.',
  },
  'by.party': {
    en: "A visit is an unbroken run with one party's turn.",
    sv: 'Ett besök är en obruten tid då det är en parts tur.',
  },
  'by.holder': {
    en: 'The data holder\'s own turn; what the body does with its data is the row "none".',
    sv: 'Datainnehavarens egen tur; det som organet gör med dess data är raden "none".',
  },
  'by.cause': {
    en: 'Waiting and paused time with that cause; time without a cause is the row "none".',
    sv: 'Väntan och paus med den orsaken; tid utan orsak är raden "none".',
  },
  'by.month': {
    en: "The case as a whole in the Stockholm month of its access; contributed is the path cut at the months' beginnings.",
    sv: 'Ärendet som helhet i den månad (Stockholm) då åtkomst gavs; bidraget är vägen delad vid månadsskiftena.',
  },
  ...FLOW_FIGURES,
  ...ACTIVITY_FIGURES,
  public: SUPPRESSION,
  ...CLOCKS_FIGURES,
  ...QUALITY_FIGURES,
  ...HOLDER_FIGURES,
};
