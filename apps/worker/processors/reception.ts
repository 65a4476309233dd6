import { checkReception, digestOf } from '@ledtid/release';
import { deliveryOf, releaseOfPermit } from '../release/release-of-permit';
import type { ReleaseRoom } from '../release/release-room';
import { reportRefused } from './release-report';
import type { StepProcessor } from './step-processor';

/** Intact, as described, not beyond the permit? What deviates is for an engineer to judge. */
export function reception(room: ReleaseRoom): StepProcessor {
  return {
    failure: 'RECEPTION_FAILED',
    about: deliveryOf,
    run: async (family, tools) => {
      const { job, populations } = releaseOfPermit(family, room.settings);
      const optOuts = [...room.settings.optOuts];
      const report = await checkReception({ ...job, optOuts, populations }, room.context(tools));
      const { release, attempt } = job;
      if (!report.accepted) return reportRefused('RECEIVED_DEVIATING', attempt, report.findings);
      const { unchecked } = report;
      return {
        type: 'RECEIVED_INTACT',
        payload: { digest: digestOf({ release, attempt, unchecked }), attempt },
        notes: { unchecked },
      };
    },
  };
}
