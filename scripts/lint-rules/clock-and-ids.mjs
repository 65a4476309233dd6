const TIME = 'Take the time from the injected TimeSource (@ledtid/time).';
const ID = 'Take ids from the injected IdGenerator (@ledtid/time).';
const CHANCE = 'Take chance from a seeded generator, so that a history repeats.';

const SQL_TIME = String.raw`/\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(\s*\)|\bcurrent_(timestamp|date|time)\b/i`;
const SQL_ID = String.raw`/\b(gen_random_uuid|uuid_generate_v\d\w*|uuidv[47])\s*\(/i`;
const IN_SQL_TIME = `SQL does not read a clock: pass the instant as a parameter. ${TIME}`;
const IN_SQL_ID = `SQL makes no ids: pass the id as a parameter. ${ID}`;

/** The clock and id rules of CONTRIBUTING.md, for `no-restricted-syntax`. */
export const CLOCK_AND_IDS = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: `No \`new Date()\`. ${TIME}`,
  },
  { selector: 'CallExpression[callee.name="Date"]', message: `No \`Date()\`. ${TIME}` },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: `No \`Date.now\`. ${TIME}`,
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: `No \`Temporal.Now\`. ${TIME}`,
  },
  { selector: 'MemberExpression[property.name="randomUUID"]', message: `No \`randomUUID\`. ${ID}` },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: `No \`Math.random\`. ${CHANCE}`,
  },
  { selector: `Literal[value=${SQL_TIME}]`, message: IN_SQL_TIME },
  { selector: `TemplateElement[value.raw=${SQL_TIME}]`, message: IN_SQL_TIME },
  { selector: `Literal[value=${SQL_ID}]`, message: IN_SQL_ID },
  { selector: `TemplateElement[value.raw=${SQL_ID}]`, message: IN_SQL_ID },
];

/** For the paths of `no-restricted-imports`: packages and decorators that make times or ids behind the injected ones' back. */
export const CLOCK_AND_ID_IMPORTS = [
  { name: 'uuid', message: ID },
  { name: 'node:crypto', importNames: ['randomUUID'], message: ID },
  { name: 'crypto', message: "Import from 'node:crypto'." },
  {
    name: 'typeorm',
    importNames: ['CreateDateColumn', 'UpdateDateColumn', 'DeleteDateColumn'],
    message: `The database sets no times: use a plain column. ${TIME}`,
  },
  {
    name: 'typeorm',
    importNames: ['PrimaryGeneratedColumn', 'Generated'],
    message: `The database makes no ids: use PrimaryColumn. ${ID}`,
  },
];
