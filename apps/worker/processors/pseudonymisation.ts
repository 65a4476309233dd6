import { digestOf, pseudonymise } from '@ledtid/release';
import { deliveryOf, releaseOfPermit } from '../release/release-of-permit';
import type { ReleaseRoom } from '../release/release-room';
import { reportRefused, totalRows } from './release-report';
import type { StepProcessor } from './step-processor';

/** Pseudonyms of the permit for identifiers, and a look for what may still disclose a person. */
export function pseudonymisation(room: ReleaseRoom): StepProcessor {
  const failure = 'PSEUDONYMISATION_FAILED';
  return {
    failure,
    about: deliveryOf,
    run: async (family, tools) => {
      const { job } = releaseOfPermit(family, room.settings);
      const { attempt } = job;
      const outcome = await pseudonymise(job, room.context(tools));
      if (!outcome.done) return reportRefused(failure, attempt, outcome.refusals);
      const { datasets, findings } = outcome.value;
      return {
        type: 'PSEUDONYMISED',
        payload: {
          ...{ digest: digestOf(outcome.value), rows: totalRows(datasets) },
          ...{ findings: findings.length, attempt },
        },
        notes: { findings },
      };
    },
  };
}
