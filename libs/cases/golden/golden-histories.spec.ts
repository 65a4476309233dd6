import type { Recorded, Role } from '@ledtid/workflow';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { MemoryFamily, configurationOf, person } from '../../../test/support/memory-family';
import type { Actor } from '../decision/command';
import type { Facts } from '../facts/facts';
import { type Golden, factsOf, readGoldens } from './read-golden';

const APPLICATION = 'access-application';

/** Sends the commands through the real machine and `decide`; a refused one fails the test. */
function lived({ steps }: Golden): Facts {
  const configuration = configurationOf(loadWorkflows());
  const family = new MemoryFamily(configuration.registry.get(APPLICATION), configuration);
  for (const { at, by, send, payload = {}, happened } of steps) {
    family.time.turnTo(at);
    family.must(send, by === 'applicant' ? family.applicant : actorOf(by), {
      ...{ payload, facts: submittedFacts() },
      ...(happened === undefined ? {} : { occurredAt: happened }),
    });
  }
  return family.facts.get(family.rootId)!;
}

function actorOf(by: Role | 'system'): Actor {
  return by === 'system' ? { ...person('system:timer'), system: true } : person(by, by);
}

/** What the sample form asks for, as the machine learns it. */
function submittedFacts(): Recorded {
  const submitted = loadSamples(APPLICATION).events.find(({ type }) => type === 'SUBMIT');
  return (submitted?.record.form as { facts: Recorded }).facts;
}

describe('Golden histories of spans, clocks and milestones', () => {
  for (const golden of readGoldens()) {
    it(golden.name, () => {
      expect(factsOf(lived(golden), golden.expect)).toEqual(golden.expect);
    });
  }
});
