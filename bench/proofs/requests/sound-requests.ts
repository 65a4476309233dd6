import fc from 'fast-check';
import type { Route } from '../../../apps/api';
import { type Known, type Parameter, type Parts, encoded, parametersOf } from './request-parts';
import { sampleRequest } from './sample-request';
import { soundBodies } from './sound-bodies';

/** Requests that somebody might mean, mostly from somebody whom the route lets in. */
export function soundRequests(route: Route, known: Known): fc.Arbitrary<Parts> {
  const { ids, tokens, workflows } = known;
  const queries = parametersOf(route, known).filter((parameter) => parameter.in === 'query');
  const some = fc.subarray(queries, { maxLength: Math.min(3, queries.length) });
  const asked = some.chain((chosen) =>
    fc.tuple(
      ...chosen.map((parameter) => soundValue(parameter, ids).map((value) => [parameter.name, value])),
    ),
  );
  const anybody = Object.keys(tokens);
  // Mostly somebody whom the route lets in: who is turned away at the door finds nothing.
  const about = fc
    .constantFrom(...ids)
    .chain((id) =>
      soundBodies(route, id, workflows).chain(({ body, by }) =>
        fc
          .oneof(
            { weight: 3, arbitrary: fc.constantFrom(...by) },
            { weight: 1, arbitrary: fc.constantFrom(...anybody) },
          )
          .map((as) => ({ id, body, as })),
      ),
    );
  return fc.record({ asked, about, report }).map(({ asked: more, about: { id, body, as }, report: name }) => {
    const { path, query, headers, text } = sampleRequest(route, id);
    const given = [...Object.entries(query), ...(more as [string, string][])];
    return {
      ...{ as, method: route.method, headers, body, text },
      segments: path.replace('lead-time', name).split('/').slice(1),
      query: given.map(([parameter, value]) => [parameter, encoded(value)] as const),
    };
  });
}

const report = fc.constantFrom(
  ...['lead-time', 'after-ethics', 'clocks', 'flow', 'quality', 'activity', 'causes', 'holder'],
);

const SOUND_WORDS = ['access-application', 'release', 'extraction', 'region-norr', 'olle', 'total', '2026'];

function soundValue({ name, schema }: Parameter, ids: readonly string[]): fc.Arbitrary<string> {
  if (schema?.enum) return fc.constantFrom(...schema.enum);
  if (schema?.format === 'uuid') return fc.constantFrom(...ids);
  if (schema?.format === 'date' || ['from', 'to'].includes(name))
    return fc.constantFrom('2026-01-01', '2026-03-02', '2027-01-01');
  if (name === 'limit') return fc.integer({ min: 1, max: 200 }).map(String);
  return fc.constantFrom(...SOUND_WORDS);
}
