import { ReleaseFault, digestOf, extract } from '@ledtid/release';
import { deliveryOf, releaseOfPermit } from '../release/release-of-permit';
import type { ReleaseRoom } from '../release/release-room';
import { reportRefused, totalRows } from './release-report';
import type { StepProcessor } from './step-processor';

/** Exactly the permitted variables of exactly the permitted persons, from the holder's source. */
export function extraction(room: ReleaseRoom): StepProcessor {
  const failure = 'EXTRACTION_FAILED';
  return {
    failure,
    about: deliveryOf,
    run: async (family, tools) => {
      const { job, populations } = releaseOfPermit(family, room.settings);
      const holder = family.instance.holder ?? '';
      const source = room.settings.holders[holder]?.source;
      if (!source) throw holderUnknown(holder);
      const optOuts = [...room.settings.optOuts];
      const outcome = await extract({ ...job, source, optOuts, populations }, room.context(tools));
      const { attempt, release } = job;
      if (!outcome.done) return reportRefused(failure, attempt, outcome.refusals);
      await room.settings.transport?.(room.area.received(release, attempt), {
        holder,
        attempt,
        form: family.form,
      });
      const { manifest } = outcome.value;
      return {
        type: 'EXTRACTED',
        payload: { digest: digestOf(manifest), rows: totalRows(manifest.datasets), attempt },
      };
    },
  };
}

function holderUnknown(holder: string): ReleaseFault {
  return new ReleaseFault(
    'holder-without-source',
    `No source is configured for ${holder}.`,
    'Add the holder to LEDTID_SOURCES, then drive the extraction again.',
  );
}
