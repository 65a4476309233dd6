import type { Translated } from '../language/texts';
import type { progressEn } from './texts.en';

export const progressSv: Translated<typeof progressEn> = {
  title: 'Var ditt ärende är',
  now: '{stage} – här är det nu',
  nowNowhere: 'Här är det nu',
  between: '{begin} till {end}: {n} dagar',
  again: 'Mer än en gång.',
  since: 'I det här steget sedan {date}, {n} dagar hittills.',
  standsSince: 'Står så sedan {date}, {n} dagar hittills.',
  parts: 'Så står {n} delar av ditt ärende; den som har stått längst visas.',
  usual: 'Hälften av alla ärenden är genom steget inom {p50} dagar.',
  usualWithin: 'Hälften av alla ärenden är genom steget inom {p50} dagar, nio av tio inom {p90}.',
  nextTitle: 'Vad som krävs av dig',
  nothingAsked: 'Inget krävs av dig nu. Du behöver inte göra något för att ärendet ska gå vidare.',
  asked: 'Det ligger hos dig, och du kan komplettera det.',
  changeForm: 'Ändra ansökan och dess handlingar',
  askTitle: 'Vem du kan fråga',
  askPerson:
    'Skriv under Meddelanden längre ner, eller fråga {who}, som handlägger ärendet. Uppge diarienummer {number}.',
  askBody:
    'Skriv under Meddelanden längre ner, eller fråga organet för tillgång till hälsodata. Uppge diarienummer {number}.',
  usualTitle: 'Vad ärenden som ditt har tagit',
  half: 'Hälften av ansökningarna kom från inlämning till tillgång inom {p50} dagar.',
  within: 'Tre av fyra inom {p75} dagar, nio av tio inom {p90}.',
  period: 'Räknat på ansökningar inlämnade från {begin} till {end}.',
  tooFew: 'För få ärenden har gått hela vägen för siffror som kan visas.',
};
