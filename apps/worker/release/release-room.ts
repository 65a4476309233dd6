import { FolderKeyStore, PermitKeys, ReleaseArea, type StepContext } from '@ledtid/release';
import type { StepTools } from '../processors/step-processor';
import type { ReleaseSettings } from './release-settings';

/** The body's folders and keys, opened once for all steps. */
export class ReleaseRoom {
  readonly area: ReleaseArea;
  private readonly keys: PermitKeys;

  constructor(readonly settings: ReleaseSettings) {
    this.area = new ReleaseArea(settings.area);
    this.keys = new PermitKeys(new FolderKeyStore(settings.keys.folder), settings.keys.keyEncryptionKeys);
  }

  context({ progress }: StepTools): StepContext {
    const { engine } = this.settings;
    return {
      ...{ area: this.area, keys: this.keys },
      ...(engine && { engine }),
      progress: ({ done, of }) => progress(done / of),
    };
  }
}
