import type { AccessRefusal, AccessRefusalCode } from '@ledtid/access';
import type { Refusal, RefusalKind } from '@ledtid/cases';
import type { DocumentRefusal, DocumentRefusalKind } from '@ledtid/documents';
import type { Refused } from '@ledtid/lead-time';
import type { Text } from '@ledtid/workflow';

/** An error as RFC 9457 has it, with a code that scripts can rely on. `text` says what to do. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly text: Text;
  /** Which fields or facts, a sentence each. */
  readonly details?: readonly string[];
}

/** Problems of HTTP itself; what cases and sign-in refuse has its own texts. */
const PROBLEMS = {
  'malformed-json': {
    status: 400,
    sv: 'Innehållet är inte giltig JSON. Skicka ett JSON-objekt.',
    en: 'The body is not valid JSON. Send one JSON object.',
  },
  'malformed-request': {
    status: 400,
    sv: 'Anropet går inte att läsa. Kontrollera adressen och rubrikerna.',
    en: 'The request cannot be read. Check its address and headers.',
  },
  'unknown-route': {
    status: 404,
    sv: 'Den adressen finns inte. /api/docs visar alla anrop.',
    en: 'There is no such address. /api/docs lists every call.',
  },
  'body-too-large': {
    status: 413,
    sv: 'Innehållet är för stort. Skicka mindre.',
    en: 'The body is too large. Send less.',
  },
  'request-too-slow': {
    status: 408,
    sv: 'Anropet kom för långsamt. Skicka det igen.',
    en: 'The request came too slowly. Send it again.',
  },
  'expectation-unmet': {
    status: 417,
    sv: 'Rubriken Expect ber om något som servern inte gör. Utelämna den.',
    en: 'The header Expect asks for what this server does not do. Leave it out.',
  },
  'headers-too-large': {
    status: 431,
    sv: 'Rubrikerna är för stora. Skicka mindre.',
    en: 'The headers are too large. Send less.',
  },
  'body-not-json': {
    status: 415,
    sv: 'Innehållet måste vara JSON. Skicka med Content-Type: application/json.',
    en: 'The body has to be JSON. Send it with Content-Type: application/json.',
  },
  'body-not-octets': {
    status: 415,
    sv: 'Handlingen skickas som den är. Skicka dess byte med Content-Type: application/octet-stream.',
    en: 'The document is sent as it is. Send its bytes with Content-Type: application/octet-stream.',
  },
  'upload-broken-off': {
    status: 400,
    sv: 'Handlingen kom inte fram i sin helhet, och ingenting är sparat. Skicka den igen.',
    en: 'The document did not come as a whole, and nothing of it is kept. Send it again.',
  },
  'documents-not-kept': {
    status: 503,
    sv: 'Här tas inga handlingar emot. Be den som driver tjänsten att ange LEDTID_DOCUMENT_DIR och LEDTID_DOCUMENT_KEY.',
    en: 'No documents are taken here. Ask whoever runs the service to set LEDTID_DOCUMENT_DIR and LEDTID_DOCUMENT_KEY.',
  },
  'bad-body': {
    status: 422,
    sv: 'Innehållet har inte rätt form. Rätta det som räknas upp.',
    en: 'The body does not have the right shape. Correct what is listed.',
  },
  'bad-query': {
    status: 422,
    sv: 'Frågan i adressen har inte rätt form. Rätta det som räknas upp.',
    en: 'The query of the address does not have the right shape. Correct what is listed.',
  },
  'too-many-requests': {
    status: 429,
    sv: 'Det kommer för många anrop härifrån. Vänta så länge som Retry-After säger.',
    en: 'Too many requests come from here. Wait for as long as Retry-After says.',
  },
  'internal-error': {
    status: 500,
    sv: 'Något gick fel hos oss, och ingenting ändrades. Försök igen; anmäl det om det händer igen.',
    en: 'Something went wrong on our side, and nothing was changed. Try again; report it if it happens again.',
  },
  'not-ready': {
    status: 503,
    sv: 'Tjänsten är inte redo än. Det som räknas upp saknas; försök igen om en stund.',
    en: 'The service is not ready yet. What is listed is missing; try again in a moment.',
  },
  'report-too-slow': {
    status: 503,
    sv: 'Det tog för lång tid att räkna fram, och avbröts. Fråga om en kortare period eller färre ärenden, eller be driften om rapporten genom `ledtid report`.',
    en: 'It took too long to work out, and was ended. Ask for a shorter period or fewer cases, or ask operations for the report by `ledtid report`.',
  },
  'database-unavailable': {
    status: 503,
    sv: 'Databasen svarar inte. Försök igen om en stund.',
    en: 'The database does not answer. Try again in a moment.',
  },
} as const satisfies Record<string, Text & { status: number }>;

export type ProblemCode = keyof typeof PROBLEMS;

export function problem(code: ProblemCode, details?: readonly string[]): Problem {
  const { status, sv, en } = PROBLEMS[code];
  return withText(status, code, { sv, en }, details);
}

const STATUS: Record<RefusalKind, number> = { forbidden: 403, unknown: 404, conflict: 409, invalid: 422 };

export function refusalProblem({ refusal, code, text, details }: Refusal): Problem {
  return withText(STATUS[refusal], code, text, details);
}

const DOCUMENT_STATUS: Record<DocumentRefusalKind, number> = {
  ...{ 'too-large': 413, unsupported: 415, invalid: 422, unavailable: 503 },
};

export function documentProblem({ documentRefusal, code, text, details }: DocumentRefusal): Problem {
  return withText(DOCUMENT_STATUS[documentRefusal], code, text, details);
}

/** Total over the codes, so that a new one does not compile until it has a Swedish text. */
const ACCESS: Record<AccessRefusalCode, readonly [status: number, sv: string]> = {
  'token-missing': [
    401,
    'Anropet saknar både token och session. Skicka `Authorization: Bearer TOKEN`, eller logga in genom `GET /api/v1/sign-in`.',
  ],
  'token-malformed': [401, 'Token är inte en signerad JSON Web Token. Logga in igen.'],
  'token-expired': [401, 'Token har gått ut. Logga in igen.'],
  'token-not-yet-valid': [401, 'Token gäller inte än. Kontrollera klockorna här och hos utfärdaren.'],
  'token-wrong-issuer': [
    401,
    'Token kommer från en utfärdare som inte är känd här. Begär en som gäller här.',
  ],
  'token-wrong-audience': [401, 'Token gäller en annan tjänst. Begär en som gäller här.'],
  'token-bad-algorithm': [401, 'Token är signerad på ett sätt som inte godtas. Begär en som gäller här.'],
  'token-wrong-type': [401, 'Token är ingen åtkomsttoken. Begär en som gäller här.'],
  'token-weak-key': [
    401,
    'Nyckeln som token är signerad med är för kort. Be utfärdaren om RSA-nycklar på minst 3072 bitar, eller ES256.',
  ],
  'token-unknown-key': [401, 'Token är signerad med en okänd nyckel. Logga in igen.'],
  'token-bad-signature': [401, 'Signaturen i token stämmer inte. Logga in igen.'],
  'token-incomplete': [401, 'Token saknar ägare eller sluttid. Begär en som gäller här.'],
  'token-reserved-subject': [401, 'Ägaren i token börjar med `system:`. Ge personen ett annat namn.'],
  'token-subject-is-number': [
    401,
    'Ägaren i token är ett personnummer, som inte får stå i liggarna. Ange en annan uppgift som `subject` för utfärdaren.',
  ],
  'token-no-role': [401, 'Token ger ingen roll som är känd här. Be en administratör om en roll.'],
  'session-unknown': [401, 'Sessionen är inte känd här. Logga in.'],
  'session-revoked': [401, 'Sessionen är utloggad. Logga in igen.'],
  'session-idle': [401, 'Sessionen har inte använts på för länge. Logga in igen.'],
  'session-expired': [401, 'Sessionen har varat så länge en session får. Logga in igen.'],
  'session-missing': [
    409,
    'Anropet har ingen session att logga ut. Skicka sessionens kaka; en token tar slut av sig själv.',
  ],
  'cross-site-request': [
    403,
    'Ett anrop med session som ändrar något måste komma från en egen sida. Skicka det från samma ursprung, med rubriken `x-csrf-protection: 1`.',
  ],
  'sign-in-again': [
    401,
    'Det är för länge sedan du loggade in för detta. Logga in en gång till genom `GET /api/v1/sign-in?fresh=true` och gör det sedan.',
  ],
  'sign-in-issuer-unknown': [
    404,
    'Det finns ingen sådan inloggningstjänst, eller flera utan att någon har nämnts. Ange en av dem som räknas upp som `issuer`.',
  ],
  'sign-in-return-refused': [
    422,
    'Vägen tillbaka efter inloggningen leder inte hit. Ange `returnTo` som en sökväg som börjar med ett snedstreck.',
  ],
  'sign-in-not-begun': [
    400,
    'Webbläsaren har inte påbörjat någon sådan inloggning, eller så är den redan använd. Börja om genom `GET /api/v1/sign-in`.',
  ],
  'sign-in-expired': [400, 'Inloggningen tog för lång tid. Börja om genom `GET /api/v1/sign-in`.'],
  'sign-in-forged-state': [
    400,
    'Svaret hör inte till den inloggning som webbläsaren påbörjade. Börja om genom `GET /api/v1/sign-in`; har du inte påbörjat någon har någon annan försökt logga in dig.',
  ],
  'sign-in-refused': [
    400,
    'Inloggningstjänsten har inte bekräftat vem du är. Börja om genom `GET /api/v1/sign-in`.',
  ],
  'logout-token-refused': [
    400,
    'Det är ingen utloggningstoken från den inloggningstjänsten, eller så har den kommit förut. Skicka en ny.',
  ],
  'session-not-yours': [
    404,
    'Du har ingen sådan session. Välj en av dem som `GET /api/v1/sessions` räknar upp; den kan ha tagit slut.',
  ],
  'issuer-unavailable': [503, 'Inloggningstjänsten svarar inte. Försök igen om en stund.'],
  'role-missing': [403, 'Ingen av dina roller får göra detta. Be någon som har rollen, eller be om den.'],
  'purpose-unknown': [
    400,
    'Det finns inget sådant ändamål. Ange ett som dokumentationen räknar upp i `Access-Purpose`, eller utelämna det.',
  ],
  'assurance-too-low': [
    403,
    'Du har inte legitimerat dig tillräckligt säkert för detta. Logga in med en starkare e-legitimation, minst på den nivå som anges.',
  ],
  'holder-unknown': [
    404,
    'Det finns ingen sådan datainnehavare vars rapport du får läsa. Välj en egen organisation, eller utelämna holder.',
  ],
  'route-without-rule': [403, 'Adressen säger inte vem som får använda den. Anmäl det.'],
};

export function accessProblem({ code, reason, remedy, details }: AccessRefusal): Problem {
  const [status, sv] = ACCESS[code];
  return withText(status, code, { sv, en: `${reason} ${remedy}` }, details);
}

/** Swedish of what a report is refused for; its reason in English names the very value. */
const REPORT: Readonly<Record<string, readonly [status: number, sv: string]>> = {
  'unknown-report': [404, 'Den rapporten finns inte. Välj lead-time eller after-ethics.'],
  'report-not-available': [422, 'Den rapporten finns inte än. Välj lead-time eller after-ethics.'],
  'unknown-log': [404, 'Det finns ingen inläst logg med det namnet. Läs in den först, eller välj en annan.'],
  'bad-period': [422, 'Perioden går inte att läsa. Ange from och to som ÅÅÅÅ-MM-DD, from före to.'],
  'unknown-dimension': [422, 'Så kan raderna inte delas. Välj by bland dem som /api/docs räknar upp.'],
  'unknown-filter-value': [
    422,
    'Den koden finns inte. Välj en av dem som /api/docs räknar upp för rapportens filter.',
  ],
  'bad-page': [422, 'Den sidan av listan finns inte. Ange cursor från sidan före, eller ingen.'],
  'holder-not-named': [422, 'Den rapporten är en enda datainnehavares egen. Ange vilken med holder.'],
  'no-cases-behind': [
    422,
    'Raderna i den rapporten säger inte vilka ärenden som ligger bakom. Välj lead-time eller after-ethics.',
  ],
  'not-public': [
    422,
    'Den rapporten är inte gjord för allmänheten. Välj lead-time, after-ethics, flow eller activity, eller utelämna public.',
  ],
  'unknown-language': [422, 'Det språket finns inte. Välj en eller sv.'],
  'not-in-log': [
    422,
    'En inläst logg har inte det som frågan gäller. Fråga utan det, eller om egna ärenden.',
  ],
};

export function reportProblem({ code, reason, remedy }: Refused): Problem {
  const [status, sv] = REPORT[code] ?? [422, `${reason} ${remedy}`];
  return withText(status, code, { sv, en: `${reason} ${remedy}` });
}

function withText(status: number, code: string, text: Text, details?: readonly string[]): Problem {
  const type = `urn:ledtid:problem:${code}`;
  return { type, title: text.en, status, code, text, ...(details ? { details } : {}) };
}
