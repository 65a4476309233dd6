import type { Translated } from '../language/texts';
import type { publicEn } from './texts.en';

export const publicSv: Translated<typeof publicEn> = {
  title: 'Kö, ledtider och dina rättigheter',
  intro: 'Hur lång kön är, hur lång tid det brukar ta, vilka rättigheter du har och hur du ansöker.',
  toPortal: 'Till portalen',
  link: 'Kö, vanliga ledtider, dina rättigheter och hur du ansöker',
  queue: 'Kön',
  queueNote: 'Som den var den {date}.',
  open: 'Öppna ärenden',
  age: 'Deras ålder, median',
  backlog: 'Veckor att avsluta dem',
  backlogNote: 'i samma takt som de senaste 13 veckorna',
  leadTimes: 'Hur lång tid det brukar ta',
  leadTimesNote: 'Ärenden som fick tillgång till alla sina data från {first} till {last}.',
  access: 'Från ansökan till åtkomst',
  afterEthics: 'Från etikgodkännande till åtkomst',
  answer: 'Från ansökan till svar med statistik',
  half: 'hälften inom',
  within: 'tre av fyra inom {p75}, nio av tio inom {p90}',
  stages: 'Steg för steg',
  stagesNote:
    'Vad som är öppet i varje steg av arbetet, och hur lång tid ett steg tog som avslutades i perioden.',
  stage: 'Steg',
  openHere: 'Öppna här',
  ageDays: 'De öppnas ålder, median, dagar',
  p50: 'Hälften tog högst, dagar',
  p90: 'Nio av tio tog högst, dagar',
  numbers: 'Ansökningar',
  counts: {
    submitted: 'Inlämnade',
    permit: 'Tillstånd',
    refused: 'Avslagna',
    answered: 'Besvarade med statistik',
    dismissed: 'Avvisade',
    withdrawn: 'Återkallade',
  },
  withheld:
    'Ett streck: uppgiften undertrycks för att den gäller färre än fem ärenden, eller så finns inget att mäta.',
  rights: 'Dina rättigheter',
  rightsNote: 'Artiklarna är de i förordning (EU) 2025/327 om det europeiska hälsodataområdet.',
  regulation: 'Läs förordningen (EUR-Lex)',
  rightTo: {
    object: 'Att motsätta dig (artikel 71)',
    know: 'Att få veta vad data används till (artikel 58)',
    data: 'Till dina egna uppgifter (förordning (EU) 2016/679, kapitel III)',
    finding: 'Att slippa få veta om fynd (artikel 58.3)',
    complain: 'Att klaga (artikel 81)',
  },
  rightText: {
    object:
      'Du kan när som helst och utan att ange skäl säga nej till att dina hälsodata används till annat än vård, och du kan ändra dig. Det gäller tillstånd som beslutas därefter, där det går att se att uppgifterna är dina. Nationell rätt kan göra undantag för vissa offentliga uppgifter.',
    know: 'Organet berättar på vilken rättslig grund data görs tillgängliga, hur de skyddas, vem som har fått tillgång till vilka data och till vad, och vad det ledde till.',
    data: 'Du kan begära att få veta vilka uppgifter om dig som behandlas, och få det som är fel rättat.',
    finding:
      'Om den som använder data finner något av betydelse för din hälsa underrättas hälsodatainnehavaren, som kan informera dig enligt nationell rätt. Du kan begära att slippa få veta det.',
    complain:
      'Om dina rättigheter eller intressen skadas kan du klaga hos organet, som berättar hur det går och vad som beslutades. Det som gäller rätten att motsätta sig lämnas vidare till tillsynsmyndigheten för dataskydd.',
  },
  apply: 'Så ansöker du',
  applyFor: 'Du kan ansöka om: {what}.',
  steps: {
    one: 'Ange vilka data du behöver, till vad och hur länge. Ha etikgodkännandet klart där det krävs.',
    two: 'Logga in och fyll i formuläret. Det sparas medan du skriver och talar om vad som ännu saknas.',
    three: 'Följ ditt ärende: var det är, vems tur det är och vad du kan göra. Frågor till dig kommer dit.',
    four: 'När tillstånd finns arbetar du med data i en säker behandlingsmiljö.',
  },
  begin: 'Logga in och ansök',
};
