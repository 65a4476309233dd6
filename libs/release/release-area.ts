import { mkdir, rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { ReleaseFault } from './release-fault';

/**
 * The body's private folders for releases, each of mode 0700. One file system: finished work is renamed
 * into place.
 *
 * | folder | holds | until |
 * |---|---|---|
 * | `work/RELEASE/` | half-finished steps | the step ends; leftovers of a killed run until `wipeRelease` |
 * | `received/RELEASE/ATTEMPT/` | the holder's package, with identifiers | delivered, or `wipeRelease` |
 * | `prepared/RELEASE/ATTEMPT/` | the pseudonymised package | delivered, or `wipeRelease` |
 * | `populations/RELEASE/DATASET.age` | persons, encrypted to the permit | `removePopulations` |
 * | `delivered/RELEASE/ATTEMPT.json` | what was delivered: digests and counts | kept |
 */
export class ReleaseArea {
  constructor(readonly root: string) {
    if (!isAbsolute(root)) {
      throw new ReleaseFault(
        'area-misconfigured',
        'The folder for releases is not an absolute path.',
        'Configure the whole path.',
      );
    }
  }

  work(release: string): string {
    return join(this.root, 'work', safe(release));
  }

  received(release: string, attempt: number): string {
    return join(this.root, 'received', safe(release), String(attempt));
  }

  prepared(release: string, attempt: number): string {
    return join(this.root, 'prepared', safe(release), String(attempt));
  }

  population(release: string, dataset: string): string {
    return join(this.populations(release), `${safe(dataset)}.age`);
  }

  populations(release: string): string {
    return join(this.root, 'populations', safe(release));
  }

  delivered(release: string, attempt: number): string {
    return join(this.root, 'delivered', safe(release), `${attempt}.json`);
  }

  /**
   * Removes everything of a release that holds identifiers or rows, whatever the attempt; its populations
   * stay while other releases depend on them. Safe to repeat. Also for a cancelled release.
   */
  async wipeRelease(release: string): Promise<void> {
    for (const kind of ['work', 'received', 'prepared']) {
      await rm(join(this.root, kind, safe(release)), { recursive: true, force: true });
    }
  }

  /** When the last release that depends on this one is delivered or cancelled. Safe to repeat. */
  async removePopulations(release: string): Promise<void> {
    await rm(this.populations(release), { recursive: true, force: true });
  }
}

/** Makes a folder that only this account can enter. */
export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** Ids become names of folders; anything but a plain name could leave the area. */
function safe(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(name)) return name;
  throw new ReleaseFault(
    'name-unsafe',
    'An id or dataset name cannot be a file name.',
    'Use letters, digits, dot, hyphen and underscore.',
  );
}
