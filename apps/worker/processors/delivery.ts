import type { Pool } from 'pg';
import type { Family } from '@ledtid/cases';
import {
  type DeliveryResult,
  type Outcome,
  type ReleaseJob,
  type StepContext,
  deliver,
  pseudonymise,
} from '@ledtid/release';
import type { TimeSource } from '@ledtid/time';
import { recallPackages } from '../release/recall-packages';
import { deliveryOf, releaseOfPermit } from '../release/release-of-permit';
import type { ReleaseRoom } from '../release/release-room';
import { tidyArea } from '../release/tidy-area';
import { reportRefused } from './release-report';
import type { StepProcessor } from './step-processor';

/** The sealed package, handed to the environment; then the working folders are empty again. */
export function delivery(room: ReleaseRoom, pool: Pool, time: TimeSource): StepProcessor {
  const failure = 'DELIVERY_FAILED';
  return {
    failure,
    about: deliveryOf,
    run: async (family, tools) => {
      const { job } = releaseOfPermit(family, room.settings);
      const { folder: target, recipient } = room.settings.environment;
      const input = { ...job, target, recipient, title: titleOf(family), packagedAt: time.now() };
      const outcome = await deliverReleased(input, room.context(tools));
      const { attempt } = job;
      if (!outcome.done) return reportRefused(failure, attempt, outcome.refusals);
      const { manifestSha256, rows } = outcome.value;
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      return {
        type: 'DELIVERED',
        payload: { digest: manifestSha256, rows: total, attempt },
        notes: { package: outcome.value.package },
      };
    },
    afterwards: async () => {
      await tidyArea(pool, room.area);
      await recallPackages(pool, room.settings.environment.folder);
    },
  };
}

type Handover = ReleaseJob & { target: string; recipient: string; title: string; packagedAt: string };

/**
 * A release comes to its delivery only once a person has released what was found, and with it all of it. The
 * findings are asked for only where they still hinder: of a delivery that is done the package is gone.
 */
async function deliverReleased(input: Handover, context: StepContext): Promise<Outcome<DeliveryResult>> {
  const first = await deliver({ ...input, releasedFindings: [] }, context);
  if (first.done || !first.refusals.some(({ code }) => code === 'findings-not-released')) return first;
  const prepared = await pseudonymise(input, context);
  if (!prepared.done) return prepared;
  const releasedFindings = prepared.value.findings.map(({ id }) => id);
  return deliver({ ...input, releasedFindings }, context);
}

/** For people who open the package. No person's name, no free text of the form. */
function titleOf({ root, instance }: Family): string {
  const parts = [root.registrationNumber ?? root.id, instance.holder, instance.part, instance.occasion];
  return parts.filter((part) => part !== null).join(' / ');
}
