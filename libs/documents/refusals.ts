import type { Text } from '@ledtid/workflow';

/** `too-large` 413, `unsupported` 415, `invalid` 422, `unavailable` 503. */
export type DocumentRefusalKind = 'too-large' | 'unsupported' | 'invalid' | 'unavailable';

/** An expected no to a document: a stable code, the reason, what to do about it. Nothing of it is kept. */
export interface DocumentRefusal {
  readonly documentRefusal: DocumentRefusalKind;
  readonly code: DocumentRefusalCode;
  readonly text: Text;
  readonly details?: readonly string[];
}

interface RefusalText extends Text {
  readonly kind: DocumentRefusalKind;
}

const REFUSALS = {
  'document-kind-unknown': {
    kind: 'invalid',
    sv: 'Det finns inget sådant slag av handling. Välj ett av dem som räknas upp.',
    en: 'There is no such kind of document. Choose one of those listed.',
  },
  'document-name-refused': {
    kind: 'invalid',
    sv: 'Handlingen kan inte heta så. Skicka ett filnamn utan sökväg, styrtecken och tecknen \\ / : * ? " < > |, som inte är för långt.',
    en: 'The document cannot be called that. Send a file name without a path, control characters and the characters \\ / : * ? " < > |, that is not too long.',
  },
  'document-type-refused': {
    kind: 'unsupported',
    sv: 'Filer av det slaget tas inte emot. Spara handlingen som en av typerna som räknas upp.',
    en: 'Files of that type are not taken. Save the document as one of the types listed.',
  },
  'document-content-differs': {
    kind: 'unsupported',
    sv: 'Innehållet är inte det som filnamnet säger. Spara om handlingen i det format som namnet anger.',
    en: 'The content is not what the file name says. Save the document again in the format that its name tells.',
  },
  'document-empty': {
    kind: 'invalid',
    sv: 'Filen är tom. Skicka handlingen med innehåll.',
    en: 'The file is empty. Send the document with its content.',
  },
  'document-too-large': {
    kind: 'too-large',
    sv: 'Filen är för stor. Dela den, eller spara den mindre.',
    en: 'The file is too large. Split it, or save it smaller.',
  },
  'document-with-macros': {
    kind: 'invalid',
    sv: 'Filen innehåller makron eller inbäddade program. Spara den utan, till exempel som PDF.',
    en: 'The file holds macros or embedded programs. Save it without, for instance as PDF.',
  },
  'document-damaged': {
    kind: 'invalid',
    sv: 'Filen går inte att öppna, är lösenordsskyddad eller packar upp till för mycket. Spara om den och försök igen.',
    en: 'The file cannot be opened, is protected by a password or unpacks to too much. Save it again and retry.',
  },
  'document-infected': {
    kind: 'invalid',
    sv: 'Virusskyddet fann skadlig kod i filen, och den togs inte emot. Kontrollera din dator och skicka en ren fil.',
    en: 'The virus scanner found malicious code in the file, and it was not taken. Check your computer and send a clean file.',
  },
  'scanner-unavailable': {
    kind: 'unavailable',
    sv: 'Virusskyddet svarar inte, och utan det tas ingen fil emot. Försök igen om en stund.',
    en: 'The virus scanner does not answer, and without it no file is taken. Try again in a moment.',
  },
} as const satisfies Record<string, RefusalText>;

export type DocumentRefusalCode = keyof typeof REFUSALS;

export function refuseDocument(code: DocumentRefusalCode, details?: readonly string[]): DocumentRefusal {
  const { kind, sv, en } = REFUSALS[code];
  return { documentRefusal: kind, code, text: { sv, en }, ...(details ? { details } : {}) };
}

export function isDocumentRefusal(value: object): value is DocumentRefusal {
  return 'documentRefusal' in value;
}
