import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReleaseSettings } from '../../apps/worker';

/** An installation without holders: its worker runs every queue, and no release comes as far as data. */
export function releasesOfNobody(): ReleaseSettings {
  const area = join(tmpdir(), `ledtid-bench-releases-${process.pid}`);
  return {
    area,
    keys: {
      folder: join(area, 'keys'),
      keyEncryptionKeys: { current: 'bench', keys: { bench: Buffer.alloc(32, 7) } },
    },
    environment: { folder: join(area, 'environment'), recipient: 'age1nobody' },
    ...{ holders: {}, optOuts: [], datasets: [] },
  };
}
