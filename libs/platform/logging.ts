import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

/** Written instead of what must not be read. */
const HIDDEN = '[hidden]';

/** Headers and fields that carry secrets, at the depths at which the product and its libraries log them. */
const SECRET_PATHS = ['authorization', 'cookie', 'password', 'token'].flatMap((name) => [
  name,
  `*.${name}`,
  `headers.${name}`,
  `*.headers.${name}`,
]);

const SECRET_HEADERS = ['req.headers["set-cookie"]', 'res.headers["set-cookie"]'];

/**
 * A Swedish personal identity number or coordination number, with or without century and separator. Also
 * where no separator stands: month 01-12 and day 01-31 or 61-91 keep most other numbers readable. Digits or
 * letters on either side make it part of something else (a UUID, a hash).
 */
const PERSONNUMMER =
  /(?<![\p{L}\d])(?:1[89]|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+]?\d{4}(?![\p{L}\d])/gu;

/** Passwords in connection strings, which drivers put into their messages. */
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@/]+@/gi;

/** Bearer tokens in free text. */
const BEARER = /\b(Bearer )[\w.~+/-]+=*/gi;

/** The text without personal identity numbers, passwords and tokens. */
export function hidePersonalData(text: string): string {
  return text
    .replace(PERSONNUMMER, HIDDEN)
    .replace(URL_PASSWORD, `$1${HIDDEN}@`)
    .replace(BEARER, `$1${HIDDEN}`);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a code or name reads as a person's number, or holds one. The digits of a UUID are none. */
export function readsAsPersonNumber(text: string): boolean {
  return !UUID.test(text) && text.replace(PERSONNUMMER, HIDDEN) !== text;
}

/**
 * The product's one logger: JSON lines, times as ISO 8601. Secret fields are hidden by name, and every line
 * as a whole is searched for personal identity numbers, because an error's text or a URL may carry one that
 * no list of fields knows of.
 */
export function createLogger(level = 'info', destination?: DestinationStream): Logger {
  return pino(loggerOptions(level), destination ?? pino.destination(1));
}

/** The same as options, for nestjs-pino. */
function loggerOptions(level = 'info'): LoggerOptions {
  return {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...SECRET_PATHS, ...SECRET_HEADERS], censor: HIDDEN },
    hooks: { streamWrite: hidePersonalData },
  };
}
