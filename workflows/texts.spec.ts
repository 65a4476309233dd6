import { getMetadataStorage } from 'class-validator';
import { type PayloadClass, type Recorded, recordOf, recordedFields } from '@ledtid/workflow';
import { loadSamples, loadWorkflows } from './index';

/** Validated fields of a payload, those of nested classes left out: they are met inside their parent. */
function fieldsOf(payload: PayloadClass): string[] {
  const metas = getMetadataStorage().getTargetValidationMetadatas(payload, '', true, false);
  return [...new Set(metas.map(({ propertyName }) => propertyName))];
}

describe.each(loadWorkflows().map((workflow) => [workflow.key, workflow] as const))('%s', (key, workflow) => {
  const specs = Object.entries(workflow.events);

  it('has a label in both languages for every payload field, also for those outside the ledger', () => {
    const missing = specs.flatMap(([type, { payload }]) =>
      fieldsOf(payload)
        .filter((field) => !workflow.texts.fields[field]?.sv || !workflow.texts.fields[field].en)
        .map((field) => `${type}.${field}`),
    );
    expect(missing).toEqual([]);
  });

  it('takes no free text into the ledger', () => {
    const free = ['note', 'reason', 'question', 'answer', 'statement'];
    const taken = specs.flatMap(([type, { payload }]) =>
      recordedFields(payload)
        .filter((field) => free.includes(field))
        .map((field) => `${type}.${field}`),
    );
    expect(taken).toEqual([]);
  });

  it('is walked by records that its payloads would leave in the ledger', () => {
    const unknown = loadSamples(key).events.flatMap(({ type, record }) => {
      const payload = workflow.events[type]?.payload;
      const { form, ...rest } = record;
      if (!payload) return [`${type} is no event`];
      const kept = recordOf(payload, rest as Recorded);
      const lost = Object.keys(rest).filter((field) => !(field in kept));
      const needless = form !== undefined && !workflow.events[type]?.submits ? ['form'] : [];
      return [...lost, ...needless].map((field) => `${type}.${field}`);
    });
    expect(unknown).toEqual([]);
  });
});
