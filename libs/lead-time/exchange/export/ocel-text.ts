import { CASE_TYPE, type ExportSource, type ExportedAttribute, type ExportedEvent } from './exported-log';

const TYPES = { text: 'string', time: 'time', number: 'float' } as const;

/**
 * OCEL 2.0 in JSON. Types are declared last, when all have been seen: of the log's contents only their names are
 * kept. The published schema has every attribute's value as a string; the declared type says what it spells.
 */
export async function* ocelText({ attributes, events, objects }: ExportSource): AsyncGenerator<string> {
  const objectTypes = new Map<string, Set<string>>();
  const activities = new Set<string>();
  yield '{"objects":[';
  yield* list(objects(), (object) => {
    const names = objectTypes.get(object.type) ?? new Set();
    objectTypes.set(object.type, names);
    for (const { name } of object.attributes ?? []) names.add(name);
    return object;
  });
  yield '],\n"events":[';
  yield* list(events(), (event) => {
    activities.add(event.activity);
    return eventValue(event, attributes);
  });
  const declared = attributes.map(({ name, type }) => ({ name, type: TYPES[type] }));
  const types = {
    objectTypes: [...objectTypes].map(([name, names]) => ({
      name,
      attributes: [...names].map((attribute) => ({ name: attribute, type: 'string' })),
    })),
    eventTypes: [...activities].map((name) => ({ name, attributes: declared })),
  };
  yield `],\n${JSON.stringify(types).slice(1)}\n`;
}

async function* list<Item>(
  batches: AsyncIterable<Item[]>,
  valueOf: (item: Item) => object,
): AsyncGenerator<string> {
  let separator = '\n';
  for await (const batch of batches) {
    let text = '';
    for (const item of batch) {
      text += separator + JSON.stringify(valueOf(item));
      separator = ',\n';
    }
    yield text;
  }
}

function eventValue(event: ExportedEvent, attributes: readonly ExportedAttribute[]): object {
  const { caseId, number, activity, time, values, related } = event;
  return {
    ...{ id: `${caseId}#${number}`, type: activity, time },
    attributes: attributes.flatMap(({ name }, index) => {
      const value = values[index] ?? null;
      return value === null ? [] : [{ name, value: String(value) }];
    }),
    relationships: [{ objectId: caseId, qualifier: CASE_TYPE }, ...related],
  };
}
