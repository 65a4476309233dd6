import fc from 'fast-check';
import type { Route } from '../../../apps/api';
import { HOSTILE_BYTES, HOSTILE_HEADERS, HOSTILE_TEXTS, HOSTILE_TOKENS } from './hostile-texts';
import { type Known, type Parts, encoded, parametersOf } from './request-parts';

/** A change of a request that makes it wrong. */
export type Mutation = (parts: Parts) => Parts;

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
export function slipsOf(route: Route, known: Known): fc.Arbitrary<Mutation> {
  const { ids, tokens } = known;
  const names = parametersOf(route, known).map(({ name }) => name);
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
export function attacksOf({ ids }: Known): fc.Arbitrary<Mutation> {
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
