import fc from 'fast-check';
import { ruleOfRoute } from '@ledtid/access';
import { ROLES } from '@ledtid/workflow';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Route } from '../../../apps/api';
import { PEOPLE } from '../../../test/support/api-story';
import { SURROUNDINGS } from '../../../test/support/granted-case';
import type { RawRequest } from './exchange';
import { HOSTILE_BYTES, HOSTILE_HEADERS, HOSTILE_TEXTS, HOSTILE_TOKENS } from './hostile-texts';
import { sampleRequest } from './sample-request';

export const KINDS = ['valid', 'mutated', 'hostile'] as const;
export type Kind = (typeof KINDS)[number];

/** A request to send, and who it says that it comes from. */
export interface MadeRequest extends RawRequest {
  readonly operation: string;
  readonly kind: Kind;
  /** A name of the world's tokens, `nobody`, or `forged`. */
  readonly as: string;
}

/** What a request is made of before it becomes bytes; addresses are encoded already. */
interface Parts {
  readonly as: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: RawRequest['headers'];
  readonly body: unknown;
  /** In place of the body, as it is. */
  readonly text: string | null;
}

type Mutation = (parts: Parts) => Parts;

/** What the generator knows of the world. */
export interface Known {
  readonly document: OpenAPIObject;
  readonly ids: readonly string[];
  /** Key of the workflow of each id. */
  readonly workflows: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, string>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly type?: string; readonly format?: string; readonly enum?: readonly string[] };
}

/** Requests of one route: sound ones, ones with a single fault, and ones that mean harm. */
export function requestsOf(route: Route, known: Known): fc.Arbitrary<MadeRequest> {
  const sound = soundRequests(route, known);
  const [slips, attacks] = [slipsOf(route, known), attacksOf(known)];
  const made = (kind: Kind, mutations: fc.Arbitrary<Mutation[]>) =>
    fc.tuple(sound, mutations).map(([parts, changes]): MadeRequest => {
      const changed = changes.reduce((one, change) => change(one), parts);
      return { operation: route.operation, kind, as: changed.as, ...bytesOf(changed, known) };
    });
  return fc.oneof(
    { weight: 2, arbitrary: made('valid', fc.constant([])) },
    { weight: 4, arbitrary: made('mutated', fc.array(slips, { minLength: 1, maxLength: 2 })) },
    {
      weight: 4,
      arbitrary: made('hostile', fc.array(fc.oneof(slips, attacks, attacks), { minLength: 1, maxLength: 4 })),
    },
  );
}

function soundRequests(route: Route, { document, ids, tokens, workflows }: Known): fc.Arbitrary<Parts> {
  const item = document.paths[route.path] as
    Record<string, { parameters?: readonly Parameter[] }> | undefined;
  const parameters = item?.[route.method.toLowerCase()]?.parameters ?? [];
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const some = fc.subarray(queries, { maxLength: Math.min(3, queries.length) });
  const asked = some.chain((chosen) =>
    fc.tuple(
      ...chosen.map((parameter) => soundValue(parameter, ids).map((value) => [parameter.name, value])),
    ),
  );
  const about = fc
    .constantFrom(...ids)
    .chain((id) => fc.record({ id: fc.constant(id), body: soundBodies(route, id, workflows) }));
  return fc
    .record({ as: fittingFor(route, tokens), asked, about, report })
    .map(({ as, asked: more, about: { id, body }, report: name }) => {
      const { path, query } = sampleRequest(route, id);
      const given = [...Object.entries(query), ...(more as [string, string][])];
      return {
        ...{ as, method: route.method, headers: [], body, text: null },
        segments: path.replace('lead-time', name).split('/').slice(1),
        query: given.map(([parameter, value]) => [parameter, encoded(value)] as const),
      };
    });
}

const report = fc.constantFrom(
  ...['lead-time', 'after-ethics', 'clocks', 'flow', 'quality', 'activity', 'causes', 'holder'],
);

/** Mostly somebody whom the route lets in: who is turned away at the door finds nothing. */
function fittingFor({ operation }: Route, tokens: Known['tokens']): fc.Arbitrary<string> {
  const rule = ruleOfRoute(operation);
  const roles = rule?.for === 'roles' ? rule.roles : operation === 'patchForm' ? ['applicant'] : ROLES;
  const people = [...Object.values(PEOPLE), ...Object.values(SURROUNDINGS)];
  const fitting = people.filter((one) =>
    one.roles.some((role) => (roles as readonly string[]).includes(role)),
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...fitting.map(({ subject }) => subject)) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(tokens)) },
  );
}

/** A body that the route could take; of commands any event that the instance's workflow knows. */
function soundBodies(route: Route, id: string, workflows: Known['workflows']): fc.Arbitrary<unknown> {
  const { body } = sampleRequest(route, id);
  if (route.operation !== 'sendCommand') return fc.constant(body);
  const key = workflows[id] ?? '';
  const stages = Object.keys(loadWorkflows().find((workflow) => workflow.key === key)?.stages ?? {});
  const sampled = [
    ...loadSamples(key).events.map(({ type, record }) => ({ type, payload: record })),
    ...['CLAIM', 'PAUSE', 'RESUME', 'SET_CAUSE', 'HAND_OFF'].flatMap((type) =>
      stages.map((stage) => ({ type, payload: { stage, ...STAGE_FIELDS[type] } })),
    ),
  ];
  const version = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 20 }));
  return fc
    .tuple(fc.constantFrom(...sampled), version, fc.uuid())
    .map(([command, seen, idempotencyKey]) => ({ ...command, version: seen, idempotencyKey }));
}

const STAGE_FIELDS: Readonly<Record<string, object>> = {
  ...{ PAUSE: { cause: 'legal-opinion' }, SET_CAUSE: { cause: 'no-officer' }, HAND_OFF: { assignee: 'oda' } },
};

const SOUND_WORDS = ['access-application', 'release', 'extraction', 'region-norr', 'olle', 'total', '2026'];

function soundValue({ name, schema }: Parameter, ids: readonly string[]): fc.Arbitrary<string> {
  if (schema?.enum) return fc.constantFrom(...schema.enum);
  if (schema?.format === 'uuid') return fc.constantFrom(...ids);
  if (schema?.format === 'date' || ['from', 'to'].includes(name))
    return fc.constantFrom('2026-01-01', '2026-03-02', '2027-01-01');
  if (name === 'limit') return fc.integer({ min: 1, max: 200 }).map(String);
  return fc.constantFrom(...SOUND_WORDS);
}

/** Where a text of a request meets a column of the database or a calendar. */
const SHARP_TEXTS = ['\0', 'a\0b', '\\', '0100-01-01', '9999-12-31', '2026-02-30', 'infinity', '__proto__'];

const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SHARP_TEXTS) },
  { weight: 5, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
);

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    ...[-1, 0, 1e308, 2 ** 53, 1.5, null, true, [], {}, [[]], { $gt: '' }, ['a', 'a']],
  ),
  fc.array(hostileText, { maxLength: 5 }),
  fc.dictionary(hostileText, hostileText, { maxKeys: 4 }),
);

/** Part of an address: a text as an encoder writes it, or bytes that none would write. */
const hostilePart = fc.oneof(hostileText.map(encoded), fc.constantFrom(...HOSTILE_BYTES));

/** One thing wrong with a request that somebody might have meant. */
function slipsOf(route: Route, { document, ids, tokens }: Known): fc.Arbitrary<Mutation> {
  const item = document.paths[route.path] as
    Record<string, { parameters?: readonly Parameter[] }> | undefined;
  const names = (item?.[route.method.toLowerCase()]?.parameters ?? []).map(({ name }) => name);
  const name = fc.oneof(fc.constantFrom(...names, 'limit', 'cursor', 'id'), hostilePart);
  const guess = fc.oneof(fc.uuid(), fc.constantFrom(...ids).map(mangled), fc.constantFrom(...ids));
  const changes: fc.Arbitrary<Mutation>[] = [
    fc.tuple(fc.nat(9), fc.oneof(hostilePart, guess)).map(([place, value]) => withSegment(place, value)),
    fc.tuple(name, hostilePart).map(([key, value]) => withQuery(key, value)),
    fc.tuple(name, hostilePart).map(([key, value]) => withQuery(key, value)),
    fc
      .array(fc.oneof(hostileText, fc.constantFrom(...ids, 'created', '-created', 'infinity', '1')), {
        maxLength: 4,
      })
      .map((keys) => withQuery('cursor', forgedCursor(keys))),
    fc.constantFrom('nobody', ...Object.keys(tokens)).map((as) => (parts: Parts) => ({ ...parts, as })),
  ];
  const ofBody: fc.Arbitrary<Mutation>[] = [
    fc
      .tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), hostileValue)
      .map(([way, value]) => withMember(way, value)),
    fc.tuple(hostileText, hostileValue).map(([key, value]) => withProperty(key, value)),
    fc.nat(9).map((place) => withoutProperty(place)),
    fc
      .constantFrom(
        'SUBMIT',
        'WITHDRAW',
        'GRANT',
        'CORRECT',
        'EXTEND_DEADLINE',
        'CLOCK_DUE',
        'EXTRACT',
        'END',
      )
      .map((type) => withProperty('type', type)),
    fc.integer({ min: 1, max: 20 }).map((version) => withProperty('version', version)),
  ];
  return fc.oneof(...changes, ...(route.method === 'GET' ? [] : [...ofBody, ...ofBody]));
}

/** What nobody sends who means well. */
function attacksOf({ ids }: Known): fc.Arbitrary<Mutation> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_HEADERS).map(withHeader) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(...HOSTILE_TOKENS)
        .map((token) => (parts: Parts) => ({ ...withHeader(['authorization', token])(parts), as: 'forged' })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(
          'GET',
          'HEAD',
          'POST',
          'PUT',
          'PATCH',
          'DELETE',
          'OPTIONS',
          'TRACE',
          'PROPFIND',
          'get',
          'A',
        )
        .map((method) => (parts: Parts) => ({ ...parts, method })),
    },
    { weight: 3, arbitrary: fc.array(hostilePart, { minLength: 1, maxLength: 6 }).map(withMoreSegments) },
    { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_BODIES).map(withText) },
    { weight: 2, arbitrary: fc.integer({ min: 60, max: 20_000 }).map((depth) => withText(nested(depth))) },
    { weight: 1, arbitrary: fc.constantFrom(...ids).map((id) => withText(`{"id":"${id}"`)) },
    { weight: 1, arbitrary: fc.constant(withText(`{"form":{"summary":"${'x'.repeat(1_100_000)}"}}`)) },
  );
}

const HOSTILE_BODIES = [
  ...[
    '',
    ' ',
    'null',
    '[]',
    '"text"',
    '1',
    '{',
    '{"a":',
    '{}{}',
    '\u0000',
    '{"a":1,"a":2}',
    '{"a":01}',
    "{'a':1}",
  ],
  ...[
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"admin":true}}}',
    '{"\\u005f_proto__":{"x":1}}',
  ],
  ...['{"form":{"__proto__":{"roles":["case_officer"]}},"workflow":"access-application"}', '{"a":"\\ud800"}'],
  ...[
    '{"a":1e400}',
    `{"a":${'9'.repeat(500)}}`,
    '{"a":"\\u0000"}',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
  ],
  ...[
    'a=1&b=2',
    '\ufeff{}',
    JSON.stringify({ payload: Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, i])) }),
  ],
];

function nested(depth: number): string {
  return `{"payload":${'['.repeat(depth)}${']'.repeat(depth)}}`;
}

function withSegment(place: number, value: string): Mutation {
  return (parts) => {
    const at = place % parts.segments.length;
    return { ...parts, segments: parts.segments.map((segment, index) => (index === at ? value : segment)) };
  };
}

function withMoreSegments(more: readonly string[]): Mutation {
  return (parts) => ({ ...parts, segments: [...parts.segments, ...more] });
}

function withQuery(name: string, value: string): Mutation {
  return (parts) => ({ ...parts, query: [...parts.query, [name, value] as const] });
}

function withHeader(header: readonly [string, string]): Mutation {
  return (parts) => ({ ...parts, headers: [...parts.headers, header] });
}

function withText(text: string): Mutation {
  return (parts) => ({ ...parts, text });
}

function withProperty(key: string, value: unknown): Mutation {
  return (parts) => ({ ...parts, body: { ...(parts.body as object | null), [key]: value } });
}

function withoutProperty(place: number): Mutation {
  return (parts) => {
    const entries = Object.entries((parts.body ?? {}) as object);
    return {
      ...parts,
      body: Object.fromEntries(entries.filter((_, index) => index !== place % entries.length)),
    };
  };
}

function withMember(way: readonly number[], value: unknown): Mutation {
  return (parts) => ({ ...parts, body: replaced(parts.body, way, value) });
}

/** The value with one member, found by going down a way of places, put in place of another. */
function replaced(within: unknown, [place, ...rest]: readonly number[], value: unknown): unknown {
  if (place === undefined || typeof within !== 'object' || within === null) return value;
  const entries = Object.entries(within);
  const key = entries[place % Math.max(1, entries.length)]?.[0];
  if (key === undefined) return value;
  const next = entries.map(([name, inner]) => [
    name,
    name === key ? replaced(inner, rest, value) : (inner as unknown),
  ]);
  return Array.isArray(within) ? next.map(([, inner]) => inner) : Object.fromEntries(next);
}

/** As a list spells where a page ended, with keys that it never gave. */
function forgedCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Another id by one character: what somebody tries who has seen one. */
function mangled(id: string): string {
  return id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
}

/** Percent-encoded byte by byte. Half a surrogate pair, which has no bytes, becomes the sign for what cannot be read. */
function encoded(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => String.fromCharCode(byte))
    .map((one) => (/[\w.~-]/.test(one) ? one : `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`))
    .join('');
}

function bytesOf(parts: Parts, { tokens }: Known): RawRequest {
  const token = tokens[parts.as];
  const query = parts.query.map(([name, value]) => `${name}=${value}`).join('&');
  const body = parts.text ?? (parts.body === null ? null : JSON.stringify(parts.body));
  const given = new Set(parts.headers.map(([name]) => name));
  return {
    method: parts.method,
    target: `/${parts.segments.join('/')}${query === '' ? '' : `?${query}`}`,
    headers: [
      ...(body === null || given.has('content-type') ? [] : [['content-type', 'application/json'] as const]),
      ...(token === undefined || given.has('authorization') ? [] : [['authorization', token] as const]),
      ...parts.headers,
    ],
    body,
  };
}
