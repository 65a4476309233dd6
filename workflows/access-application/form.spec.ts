import Ajv2020 from 'ajv/dist/2020';
import { CHARACTERISTICS, type CharacteristicKind, characteristicsOf } from '@ledtid/workflow';
import { FORM, factsOf } from './form';
import schema from './form.schema.json';
import sampleForm from './sample-form.json';

const ajv = new Ajv2020({ strict: false, allErrors: true });
const isComplete = ajv.compile(schema);

function missingIn(form: object): string[] {
  isComplete(form);
  return (isComplete.errors ?? []).flatMap(
    ({ params }) => (params as { missingProperty?: string }).missingProperty ?? [],
  );
}

describe('the application form', () => {
  it('is valid JSON Schema, and the sample is complete by it', () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(isComplete(sampleForm)).toBe(true);
  });

  it('asks for every point of Art 67(2) and for the description of Art 67(4)', () => {
    const sources = Object.values(schema.properties).map(
      (property) => (property as { 'x-source'?: string })['x-source'] ?? '',
    );
    const points = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map((point) => `67(2)(${point})`);
    expect([...points, '67(4)'].filter((point) => !sources.some((source) => source.endsWith(point)))).toEqual(
      [],
    );
  });

  it('puts every field into a section that it declares', () => {
    const sections = new Set(schema['x-sections'].map(({ key }) => key));
    const strays = Object.entries(schema.properties).filter(
      ([, property]) => !sections.has(property['x-section']),
    );
    expect(strays.map(([name]) => name)).toEqual([]);
  });

  it.each([
    ['pseudonymised data without a justification', { format: 'pseudonymised' }, 'pseudonymisedJustification'],
    ['an opt-out exception without a justification', { optOutException: true }, 'optOutJustification'],
    ['own data brought along without a description', { combined: true }, 'ownDatasets'],
    ['data wanted later without a date', { dataNeeded: 'later' }, 'dataNeededFrom'],
  ])('is incomplete with %s', (_case, change, missing) => {
    const form = Object.fromEntries(
      Object.entries({ ...sampleForm, ...change }).filter(([name]) => name !== missing),
    );
    expect(missingIn(form)).toContain(missing);
  });
});

describe('the characteristics of an application', () => {
  it('are of every kind that there is', () => {
    expect(characteristicsOf(schema, sampleForm)).toEqual([
      ...['applicantType:research-organisation', 'dataCategory:51-1-a', 'dataCategory:51-1-l'],
      ...['purpose:53-1-e', 'sourceKind:quality-register', 'sourceKind:record', 'track:ehds', 'track:osl'],
    ]);
  });

  it.each(Object.keys(CHARACTERISTICS) as CharacteristicKind[])('can be told by every code of %s', (kind) => {
    const known = Object.keys(CHARACTERISTICS[kind].codes);
    const { applicantType, purposes, datasets } = schema.properties;
    const { track, sourceKind, dataCategories } = datasets.items.properties;
    const fields = {
      ...{ track, sourceKind, applicantType },
      ...{ purpose: purposes.items, dataCategory: dataCategories.items },
    };
    expect(fields[kind].enum).toEqual(known);
  });
});

describe('the facts of a form', () => {
  it('are the ids and codes of its datasets', () => {
    expect(factsOf(sampleForm)).toEqual({
      deferred: false,
      datasets: [
        {
          ...{ dataset: 'hospital-visits', holder: 'region-norr', part: null, track: 'ehds' },
          ...{ ethicsNeeded: true, populationFrom: null },
        },
        {
          ...{ dataset: 'heart-registry', holder: 'registry-hjarta', part: null, track: 'osl' },
          ...{ ethicsNeeded: true, populationFrom: 'hospital-visits' },
        },
      ],
    });
  });

  it('leave out whatever could be a sentence or a name: the ledger would keep it for ever', () => {
    const facts = factsOf({
      datasets: [
        { dataset: 'Patient Anna Andersson', holder: 'region-norr' },
        { dataset: 'visits', holder: { name: 'x' } },
        {
          dataset: 'visits',
          holder: 'region-norr',
          part: 'all the people, please',
          population: { sameAs: 'my list' },
        },
        null,
        'text',
      ],
    });
    expect(facts.datasets).toEqual([
      {
        dataset: 'visits',
        holder: 'region-norr',
        part: null,
        track: 'ehds',
        ethicsNeeded: true,
        populationFrom: null,
      },
    ]);
  });

  it.each([[{}], [{ datasets: 'all' }], [{ datasets: { dataset: 'visits' } }]])(
    'are none in the draft %j',
    (form) => {
      expect(FORM.facts(form)).toEqual({ datasets: [], deferred: false });
    },
  );
});
