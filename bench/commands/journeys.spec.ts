import { isRefusal } from '@ledtid/cases';
import { loadWorkflows } from '@ledtid/workflows';
import { MemoryFamily, configurationOf } from '../../test/support/memory-family';
import { CASES_OF_BLOCK, type Journey, makeJourneys } from './journeys';
import { EVERYBODY } from './people';

const configuration = configurationOf(loadWorkflows());
const application = configuration.registry.get('access-application');

function travel({ applicant, form, errands }: Journey): string[] {
  const family = new MemoryFamily(application, configuration, applicant);
  const facts = { ...application.form?.facts(form) };
  return errands.flatMap(({ as, to, type, payload }) => {
    const sender = EVERYBODY.find(({ subject }) => subject === as)!;
    const inquiry = family
      .children('feasibility-inquiry')
      .find(({ instance }) => to !== 'case' && instance.holder === to.inquiryOf);
    const target = to === 'case' ? family.rootId : inquiry!.instance.id;
    const answer = family.send(type, sender, { to: target, payload, facts });
    return isRefusal(answer) ? [`${type}: ${answer.code} ${String(answer.details)}`] : [];
  });
}

test('every command of every kind of case is accepted, so a refusal in the benchmark is a fault of the product', () => {
  const journeys = makeJourneys(CASES_OF_BLOCK, 7);
  expect(journeys.flatMap(travel)).toEqual([]);
});

test('cases in tens make ten commands a case, and the same seed makes the same commands', () => {
  const journeys = makeJourneys(5 * CASES_OF_BLOCK, 7);
  expect(journeys.flatMap(({ errands }) => errands)).toHaveLength(500);
  expect(makeJourneys(5 * CASES_OF_BLOCK, 7)).toEqual(journeys);
  expect(makeJourneys(5 * CASES_OF_BLOCK, 8)).not.toEqual(journeys);
});

test('an application is of real size', () => {
  const sizes = makeJourneys(CASES_OF_BLOCK, 7).map(({ form }) => JSON.stringify(form).length);
  expect(Math.min(...sizes)).toBeGreaterThan(4000);
  expect(Math.max(...sizes)).toBeLessThan(12_000);
});
