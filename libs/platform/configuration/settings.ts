import {
  type Setting,
  asJson,
  asJsonText,
  asKey,
  asKeys,
  asNumber,
  asPublicKeys,
  asSigningKey,
  asText,
  asUrl,
  oneOf,
  optional,
  withDefault,
} from './setting';

/**
 * Every setting of the product, and the only place that knows the names of environment variables.
 * `docs/configuration.md` is made from it.
 */
export const SETTINGS = {
  databaseUrl: optional(
    { variable: 'DATABASE_URL', purpose: 'PostgreSQL 15 or newer.' },
    'an embedded PostgreSQL in the data directory',
    asUrl('postgres', 'postgresql'),
  ),
  redisUrl: optional(
    { variable: 'REDIS_URL', purpose: 'Redis for the queues.' },
    'the queues are in the database',
    asUrl('redis', 'rediss'),
  ),
  plainHosts: optional(
    {
      variable: 'LEDTID_PLAIN_HOSTS',
      purpose:
        'Hosts, with commas between them, that production may reach without TLS: containers on this machine. Never others (docs/security/tls.md).',
    },
    'none: another host is reached by TLS, with its certificate checked',
    asText,
  ),
  port: withDefault({ variable: 'PORT', purpose: 'Port of the API.' }, '3000', asNumber(0, 65535)),
  host: optional(
    { variable: 'LEDTID_HOST', purpose: 'Address that the API listens on.' },
    '`127.0.0.1` with the embedded database, else `0.0.0.0`',
    asText,
  ),
  dataDir: withDefault(
    { variable: 'LEDTID_DATA_DIR', purpose: 'Directory for the embedded database and for working files.' },
    '.ledtid',
    asText,
  ),
  environment: withDefault(
    { variable: 'NODE_ENV', purpose: 'In `production` the demonstration and its sign-in refuse to start.' },
    'development',
    oneOf('development', 'test', 'production'),
  ),
  issuers: optional(
    {
      variable: 'LEDTID_ISSUERS',
      purpose: 'Whose tokens are believed: JSON, or the path of a JSON file (docs/issuers.example.json).',
    },
    'the demonstration’s own issuer, with the embedded database only',
    asJsonText,
  ),
  publicUrl: optional(
    { variable: 'LEDTID_PUBLIC_URL', purpose: 'Where browsers find the API, as sign-in services know it.' },
    '`http://localhost:PORT`',
    asUrl('http', 'https'),
  ),
  sessionIdleMinutes: withDefault(
    { variable: 'LEDTID_SESSION_IDLE_MINUTES', purpose: 'A session ends after so long without a request.' },
    '30',
    asNumber(1, 1440),
  ),
  sessionHours: withDefault(
    { variable: 'LEDTID_SESSION_HOURS', purpose: 'A session ends so long after sign-in, used or not.' },
    '8',
    asNumber(1, 168),
  ),
  sessionsPerPerson: withDefault(
    {
      variable: 'LEDTID_SESSIONS_PER_PERSON',
      purpose: 'Sessions of one person at the same time; one more ends the oldest.',
    },
    '5',
    asNumber(1, 100),
  ),
  decisionMinutes: withDefault(
    {
      variable: 'LEDTID_DECISION_MINUTES',
      purpose: 'How old a sign-in may be for a decision, or for ending other sessions, in a session.',
    },
    '15',
    asNumber(1, 1440),
  ),
  assurance: optional(
    {
      variable: 'LEDTID_ASSURANCE',
      purpose: 'The dated levels of assurance that actions ask for: JSON, or the path of a JSON file.',
    },
    'substantial, for everything (libs/access/assurance/assurance.json)',
    asJson,
  ),
  clocks: optional(
    { variable: 'LEDTID_CLOCKS', purpose: 'The dated clocks: JSON, or the path of a JSON file.' },
    'the clocks of the Regulation and of Swedish law that come with the product',
    asJson,
  ),
  logLevel: withDefault(
    { variable: 'LEDTID_LOG_LEVEL', purpose: 'How much is logged.' },
    'info',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
  ),
  databaseConnections: withDefault(
    {
      variable: 'LEDTID_DATABASE_CONNECTIONS',
      purpose: 'Connections of one process for commands and reads.',
    },
    '20',
    asNumber(2, 1000),
  ),
  drafts: withDefault(
    {
      variable: 'LEDTID_DRAFTS',
      purpose: 'Drafts that one applicant may have at a time. Any number with the embedded database.',
    },
    '100',
    asNumber(1, 100_000),
  ),
  reportSeconds: withDefault(
    {
      variable: 'LEDTID_REPORT_SECONDS',
      purpose:
        'How long a statement of a report may take over HTTP before the report is refused (`report-too-slow`); `ledtid report` takes its time.',
    },
    '30',
    asNumber(1, 3600),
  ),
  requestsPerMinute: withDefault(
    {
      variable: 'LEDTID_REQUESTS_PER_MINUTE',
      purpose:
        'Requests of one person that are answered in a minute; of one address ten times as many. Any number with the embedded database. Counted in Redis where there is one, else by each process.',
    },
    '600',
    asNumber(1, 1_000_000),
  ),
  trustedProxies: optional(
    {
      variable: 'LEDTID_TRUSTED_PROXIES',
      purpose: 'Addresses or networks of the proxies before the API, with commas between them.',
    },
    'none: a request comes from where its connection comes from',
    asText,
  ),
  boardHost: optional(
    {
      variable: 'LEDTID_BOARD_HOST',
      purpose:
        'Host name under which administrators watch the queues at `/admin/queues`. Nothing else is served there, and no board elsewhere; let the proxy send it to the API.',
    },
    'no board, but with the embedded database',
    asText,
  ),
  keyEncryptionKey: optional(
    {
      variable: 'LEDTID_KEY_ENCRYPTION_KEY',
      purpose: 'Wraps the pseudonymisation key of each permit: 32 bytes in base64.',
    },
    'one made in the data directory, with the embedded database only',
    asKey,
  ),
  checkpointKey: optional(
    {
      variable: 'LEDTID_CHECKPOINT_KEY',
      purpose:
        'Signs the checkpoints of the ledger: an Ed25519 private key as PEM, or the path of its file. The worker and `ledtid checkpoint` need it, nobody else.',
    },
    'one made in the data directory, with the embedded database only',
    asSigningKey,
  ),
  checkpointPublicKeys: optional(
    {
      variable: 'LEDTID_CHECKPOINT_PUBLIC_KEYS',
      purpose:
        'Whose checkpoints `ledtid verify` believes beside those of the present key: Ed25519 public keys as PEM, one after the other, or the path of their file. Keep the keys of earlier years here.',
    },
    'only the present key',
    asPublicKeys,
  ),
  checkpointDirectory: optional(
    {
      variable: 'LEDTID_CHECKPOINT_DIR',
      purpose:
        'Directory to whose `checkpoints.jsonl` each checkpoint is appended. Only where the owner of the database cannot write does it hold against them.',
    },
    '`checkpoints` in the data directory, with the embedded database only',
    asText,
  ),
  documentDirectory: optional(
    {
      variable: 'LEDTID_DOCUMENT_DIR',
      purpose:
        'Directory for the documents of cases, encrypted; of every API process the same. Never one from which anything is served.',
    },
    '`documents` in the data directory with the embedded database, else no documents are taken',
    asText,
  ),
  documentKey: optional(
    {
      variable: 'LEDTID_DOCUMENT_KEY',
      purpose:
        'Wraps the key of each document: 32 bytes in base64. Another than `LEDTID_KEY_ENCRYPTION_KEY`, which the API need not know.',
    },
    'one made in the data directory, with the embedded database only',
    asKey,
  ),
  documentEarlierKeys: optional(
    {
      variable: 'LEDTID_DOCUMENT_EARLIER_KEYS',
      purpose:
        'Keys that wrapped documents before, with commas between them: until `ledtid documents rotate-keys` has run.',
    },
    'none',
    asKeys,
  ),
  documentRules: optional(
    {
      variable: 'LEDTID_DOCUMENT_RULES',
      purpose: 'Which documents are taken, of what size and how many: JSON, or the path of a JSON file.',
    },
    'libs/documents/rules/kinds-and-limits.json',
    asJson,
  ),
  clamav: optional(
    {
      variable: 'LEDTID_CLAMAV',
      purpose:
        'The virus scanner (clamd) that looks at each document: `tcp://host:3310`. While it does not answer, no document is taken.',
    },
    'documents are not scanned, and say so',
    asUrl('tcp'),
  ),
  disposal: optional(
    {
      variable: 'LEDTID_DISPOSAL',
      purpose:
        'Which payloads are disposed of, after how long and by what right: JSON, or the path of a JSON file (docs/disposal.example.json).',
    },
    'no rule, so nothing is disposed of',
    asJson,
  ),
  retention: optional(
    {
      variable: 'LEDTID_RETENTION',
      purpose:
        'How long the rows of tables are kept, where otherwise than by the rules that come with the product: JSON, or the path of a JSON file (docs/retention.example.json).',
    },
    'sessions and sign-ins go a day after their end, keys of commands after 30 days, all else stays (libs/cases/retention/retention.json)',
    asJson,
  ),
  sources: optional(
    {
      variable: 'LEDTID_SOURCES',
      purpose:
        'Where releases come from and go to: JSON, or the path of a JSON file (docs/sources.example.json).',
    },
    'the demonstration’s holders and environment, with the embedded database only',
    asJson,
  ),
  serverUrl: optional(
    { variable: 'LEDTID_URL', purpose: 'The server that commands over HTTP go to.' },
    'the running embedded server',
    asUrl('http', 'https'),
  ),
  token: optional(
    { variable: 'LEDTID_TOKEN', purpose: 'Bearer token of commands over HTTP.' },
    'none',
    asText,
  ),
} satisfies Record<string, Setting<unknown>>;

/** The settings as values; null where unset and without a default. */
export type Settings = {
  readonly [Name in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[Name]['read']>;
};
