import type { Text, Workflow } from '@ledtid/workflow';
import type { Refusal, RefusalKind } from './command';

interface RefusalText extends Text {
  readonly kind: RefusalKind;
}

/** Every refusal that the engine itself gives; a workflow's guards bring their own. */
const REFUSALS = {
  'unknown-case': {
    kind: 'unknown',
    sv: 'Det finns inget sådant ärende som du får se. Kontrollera adressen.',
    en: 'There is no such case that you may see. Check the address.',
  },
  'unknown-workflow': {
    kind: 'invalid',
    sv: 'Det arbetsflödet finns inte. GET /workflows visar vilka som finns.',
    en: 'There is no such workflow. GET /workflows lists those that exist.',
  },
  'unknown-stage': {
    kind: 'unknown',
    sv: 'Det steget finns inte. GET /workflows visar vilka som finns.',
    en: 'There is no such stage. GET /workflows lists those that exist.',
  },
  'bad-cursor': {
    kind: 'invalid',
    sv: 'Markören kommer inte från den här listan. Börja om utan cursor.',
    en: 'That cursor is not from this list. Start again without a cursor.',
  },
  'unknown-event': {
    kind: 'invalid',
    sv: 'Arbetsflödet har ingen sådan händelse. GET /cases/{id}/actions visar vad som går att göra.',
    en: 'The workflow has no such event. GET /cases/{id}/actions lists what can be done.',
  },
  'bad-payload': {
    kind: 'invalid',
    sv: 'Innehållet följer inte händelsens schema. Rätta fälten som räknas upp.',
    en: 'The payload does not follow the event’s schema. Correct the fields listed.',
  },
  'bad-form': {
    kind: 'invalid',
    sv: 'Formuläret följer inte schemat. Rätta fälten som räknas upp.',
    en: 'The form does not follow its schema. Correct the fields listed.',
  },
  'form-not-editable': {
    kind: 'conflict',
    sv: 'Formuläret kan bara ändras som utkast eller när ärendet är hos sökanden. Be handläggaren om komplettering.',
    en: 'The form can be changed only as a draft or while the case is with the applicant. Ask the case officer for a completion.',
  },
  'form-changed': {
    kind: 'conflict',
    sv: 'Formuläret har ändrats sedan du läste det. Båda versionerna följer med: väg samman och spara igen.',
    en: 'The form has changed since you read it. Both versions are attached: merge them and save again.',
  },
  'too-many-drafts': {
    kind: 'conflict',
    sv: 'Du har redan så många utkast som en sökande får ha. Skicka in eller dra tillbaka något av dem först.',
    en: 'You already have as many drafts as one applicant may have. Submit or withdraw one of them first.',
  },
  'documents-closed': {
    kind: 'conflict',
    sv: 'Handlingar kan bara lämnas in när ärendet är ett utkast eller hos sökanden. Be handläggaren om komplettering.',
    en: 'Documents can be handed in only while the case is a draft or with the applicant. Ask the case officer for a completion.',
  },
  'documents-too-many': {
    kind: 'conflict',
    sv: 'Ärendet har så många eller så stora handlingar som det får ha. Samla flera i en, eller be handläggaren om råd.',
    en: 'The case has as many or as large documents as it may have. Put several into one, or ask the case officer.',
  },
  'unknown-document': {
    kind: 'unknown',
    sv: 'Ärendet har ingen sådan handling. GET /cases/{id}/documents visar dem.',
    en: 'The case has no such document. GET /cases/{id}/documents lists them.',
  },
  'document-replaced': {
    kind: 'conflict',
    sv: 'Handlingen är redan ersatt. Ersätt den senaste versionen i stället.',
    en: 'The document has been replaced already. Replace its latest version instead.',
  },
  'document-disposed': {
    kind: 'unknown',
    sv: 'Handlingen är gallrad, och bara kontrollsumman är kvar. Fråga registrator efter gallringsbeslutet.',
    en: 'The document has been disposed of, and only its digest is left. Ask the registrar for the rule.',
  },
  'checklist-item-unknown': {
    kind: 'invalid',
    sv: 'Steget har ingen sådan punkt i den versionen av checklistan. GET /cases/{id}/checklists visar dem.',
    en: 'The stage has no such item in that version of the checklist. GET /cases/{id}/checklists lists them.',
  },
  'key-reused': {
    kind: 'invalid',
    sv: 'Nyckeln är redan använd med annat innehåll eller av någon annan. Skicka med en ny idempotencyKey.',
    en: 'The key was already used with another body or by somebody else. Send a new idempotencyKey.',
  },
  'role-missing': {
    kind: 'forbidden',
    sv: 'Din roll får inte göra detta i ärendet. GET /cases/{id}/actions visar vad du kan göra.',
    en: 'Your role may not do this in the case. GET /cases/{id}/actions lists what you can do.',
  },
  'four-eyes': {
    kind: 'forbidden',
    sv: 'Den som har granskat ärendet, eller begärt det som ska beslutas, får inte besluta. Någon annan beslutsfattare måste ta beslutet.',
    en: 'Whoever assessed the case, or asked for what is decided, may not decide it. Another decision maker has to take the decision.',
  },
  'preparation-apart': {
    kind: 'forbidden',
    sv: 'Den som har granskat ärendet får inte bereda dess data. Någon annan måste göra det.',
    en: 'Whoever assessed the case may not prepare its data. Somebody else has to do it.',
  },
  'conflict-of-interest': {
    kind: 'forbidden',
    sv: 'Den som har anmält jäv i ärendet får inte handlägga det eller få det tilldelat. Någon annan måste göra det.',
    en: 'Whoever has declared a conflict of interest in the case takes no part in it and is assigned none of it. Somebody else has to do it.',
  },
  'conflict-not-declared': {
    kind: 'conflict',
    sv: 'Personen har inte anmält jäv här. Häv jävet i det ärende där det anmäldes.',
    en: 'That person has declared no conflict of interest here. Lift it in the case where it was declared.',
  },
  'decision-not-delegated': {
    kind: 'forbidden',
    sv: 'Beslut kan inte fattas i någon annans ställe. Den som själv har rollen måste göra det.',
    en: 'A decision cannot be taken in another’s place. Whoever has the role themselves has to do it.',
  },
  'delegated-on': {
    kind: 'forbidden',
    sv: 'Bara en egen roll kan lånas ut. Den som själv har rollen i ärendet måste göra det.',
    en: 'Only a role of one’s own can be delegated. Whoever has it in the case themselves has to do it.',
  },
  'delegated-for-another': {
    kind: 'invalid',
    sv: 'Den som handlar i någon annans ställe kan inte registrera för en tredje. Utelämna onBehalfOf.',
    en: 'Whoever acts in another’s place cannot register for a third person. Leave onBehalfOf out.',
  },
  'delegation-length': {
    kind: 'invalid',
    sv: 'Tillgången måste sluta i framtiden, senast om 366 dagar. Ange en annan tidpunkt i until.',
    en: 'Delegated access must end in the future, 366 days from now at the latest. Give another moment as until.',
  },
  'delegation-unknown': {
    kind: 'conflict',
    sv: 'Ingen tillgång med det numret gäller här. GET /cases/{id}/events visar vilka som har getts.',
    en: 'No delegated access of that number holds here. GET /cases/{id}/events lists those that were given.',
  },
  'not-possible-now': {
    kind: 'conflict',
    sv: 'Det går inte i ärendets nuvarande läge. Se vad som är möjligt nu.',
    en: 'That is not possible in the present state of the case. See what is possible now.',
  },
  stale: {
    kind: 'conflict',
    sv: 'Någon hann före. Läs ärendet igen och försök på nytt om det fortfarande behövs.',
    en: 'Somebody was faster. Read the case again, and try again if it is still needed.',
  },
  'version-unknown': {
    kind: 'invalid',
    sv: 'Ärendet har aldrig haft den versionen. Läs ärendet igen och skicka den version du ser.',
    en: 'The case never had that version. Read the case again and send the version that you see.',
  },
  'occurred-in-future': {
    kind: 'invalid',
    sv: 'Tidpunkten ligger i framtiden. Ange när det hände, eller utelämna tidpunkten.',
    en: 'That moment is in the future. Say when it happened, or leave the moment out.',
  },
  'occurred-before-previous': {
    kind: 'invalid',
    sv: 'Tidpunkten ligger före stegets föregående händelse. Rätta den händelsen först, eller ange en senare tidpunkt.',
    en: 'That moment lies before the previous event of the step. Correct that event first, or give a later moment.',
  },
  'identifier-in-ledger': {
    kind: 'invalid',
    sv: 'Det ser ut som ett personnummer, och här hamnar det i liggaren för alltid. Använd en kod, eller skriv det i fritext.',
    en: 'That reads as a personal identity number, and here it would stay in the ledger for ever. Use a code, or write it in a free text.',
  },
  'set-off-by-another': {
    kind: 'invalid',
    sv: 'Händelsen utlöstes av en annan händelse. Rätta den i stället; denna följer med.',
    en: 'That event was set off by another one. Correct that one instead; this one follows.',
  },
  'unknown-cause': {
    kind: 'invalid',
    sv: 'Orsakskoden finns inte i dagens kodlista. Välj en kod ur listan.',
    en: 'That cause is not in the code list of today. Pick a code of the list.',
  },
  'no-such-event': {
    kind: 'invalid',
    sv: 'Ärendet har ingen händelse med det numret. GET /cases/{id}/events visar dem.',
    en: 'The case has no event of that number. GET /cases/{id}/events lists them.',
  },
  'clock-not-running': {
    kind: 'conflict',
    sv: 'Fristen löper inte i ärendet. GET /cases/{id}/clocks visar vilka som löper.',
    en: 'That deadline is not running in the case. GET /cases/{id}/clocks lists those that do.',
  },
  'clock-not-due': {
    kind: 'conflict',
    sv: 'Fristen är inte överskriden, eller har ändrats sedan väckningen sattes. Gör ingenting.',
    en: 'The deadline has not passed, or has changed since the wake-up was set. Do nothing.',
  },
  'clock-not-extendable': {
    kind: 'invalid',
    sv: 'Fristen kan inte förlängas. GET /cases/{id}/clocks visar fristerna.',
    en: 'That deadline cannot be extended. GET /cases/{id}/clocks lists the deadlines.',
  },
  'clock-length-malformed': {
    kind: 'invalid',
    sv: 'Fristens längd måste vara ett helt antal dagar, minst en. Ange days.',
    en: 'The length of that deadline must be a whole number of days, at least one. Give days.',
  },
  'clock-length-too-long': {
    kind: 'invalid',
    sv: 'Fristen blir längre än vad som är tillåtet. Ange färre dagar.',
    en: 'That deadline becomes longer than is allowed. Give fewer days.',
  },
  'clock-length-fixed': {
    kind: 'invalid',
    sv: 'Fristens längd är bestämd i konfigurationen. Utelämna days.',
    en: 'The length of that deadline is fixed by configuration. Leave days out.',
  },
  'clock-extension-not-longer': {
    kind: 'invalid',
    sv: 'Förlängningen måste göra fristen längre. Ange fler dagar.',
    en: 'The extension must make the deadline longer. Give more days.',
  },
  'clock-already-extended': {
    kind: 'conflict',
    sv: 'Fristen är redan förlängd en gång. Håll den, eller tala om för sökanden att det dröjer.',
    en: 'That deadline has already been extended once. Keep it, or tell the applicant of the delay.',
  },
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal by its code. */
export function refuse(code: RefusalCode, details?: readonly string[]): Refusal {
  const { kind, sv, en } = REFUSALS[code];
  return { refusal: kind, code, text: { sv, en }, ...(details ? { details } : {}) };
}

/** A refusal that a guard of the workflow, or the engine, gave by its name. */
export function refuseByGuard(workflow: Workflow, code: string): Refusal {
  if (Object.hasOwn(REFUSALS, code)) return refuse(code as RefusalCode);
  const text = workflow.texts.refusals[code] ?? { sv: code, en: code };
  return { refusal: 'conflict', code, text };
}

export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[];
