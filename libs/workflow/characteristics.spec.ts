import { CHARACTERISTICS, characteristicFaults, characteristicsOf } from './characteristics';

const SCHEMA = {
  type: 'object',
  properties: {
    purposes: { type: 'array', items: { enum: ['53-1-d', '53-1-e'] }, 'x-characteristic': 'purpose' },
    applicant: {
      type: 'object',
      properties: { type: { enum: ['company'], 'x-characteristic': 'applicantType' } },
    },
    datasets: {
      type: 'array',
      items: { type: 'object', properties: { track: { 'x-characteristic': 'track' }, name: {} } },
    },
  },
};

describe('the characteristics of a form', () => {
  it('are the codes of the marked fields, wherever they stand, sorted and each once', () => {
    const form = {
      purposes: ['53-1-e', '53-1-d'],
      applicant: { type: 'company' },
      datasets: [{ track: 'osl' }, { track: 'ehds' }, { track: 'osl', name: 'ehds' }],
    };
    expect(characteristicsOf(SCHEMA, form)).toEqual([
      ...['applicantType:company', 'purpose:53-1-d', 'purpose:53-1-e', 'track:ehds', 'track:osl'],
    ]);
  });

  it('leave out whatever could be a sentence or a name: the ledger would keep it for ever', () => {
    const form = {
      purposes: ['for Anna Andersson', 7, null, ['53-1-d']],
      applicant: { type: 'constructor' },
      datasets: [null, 'osl', { track: { name: 'osl' } }],
    };
    expect(characteristicsOf(SCHEMA, form)).toEqual([]);
  });

  it.each([[{}], [{ purposes: null, applicant: 'company', datasets: { track: 'osl' } }]])(
    'are none in the draft %j',
    (form) => {
      expect(characteristicsOf(SCHEMA, form)).toEqual([]);
    },
  );
});

describe('the marks of a form', () => {
  it('are sound when every kind and every code is of the list', () => {
    expect(characteristicFaults(SCHEMA)).toEqual([]);
  });

  it('are faulted by name, with what to do', () => {
    const schema = {
      properties: {
        aim: { 'x-characteristic': 'colour' },
        purposes: { items: { enum: ['53-1-e', '53-1-x'] }, 'x-characteristic': 'purpose' },
      },
    };
    expect(characteristicFaults(schema)).toEqual([
      'x-characteristic colour is no kind: use one of track, sourceKind, applicantType, purpose, dataCategory.',
      'purpose has no code 53-1-x: add it to libs/workflow/characteristic-codes.json.',
    ]);
  });
});

describe('the list of characteristics', () => {
  it('has the six purposes of Art 53(1) and the seventeen categories of Art 51(1)', () => {
    const letters = (from: string, to: string) =>
      Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, index) =>
        String.fromCharCode(from.charCodeAt(0) + index),
      );
    expect(Object.keys(CHARACTERISTICS.purpose.codes)).toEqual(
      letters('a', 'f').map((letter) => `53-1-${letter}`),
    );
    expect(Object.keys(CHARACTERISTICS.dataCategory.codes)).toEqual(
      letters('a', 'q').map((letter) => `51-1-${letter}`),
    );
  });

  it('names every kind and every code in both languages', () => {
    const texts = Object.values(CHARACTERISTICS).flatMap(({ name, codes }) => [
      name,
      ...Object.values(codes),
    ]);
    expect(texts.filter(({ sv, en }) => sv === '' || en === '')).toEqual([]);
  });
});
