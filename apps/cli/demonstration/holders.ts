import { DEMO_HOLDERS } from '@ledtid/access';
import type { Who } from './stage-hand';

interface HolderRole {
  readonly who: Who;
  /** How much longer than the first holder it takes: what the reports are meant to find. */
  readonly slowness: number;
}

export function holderOf(holder: string): HolderRole {
  return holder === DEMO_HOLDERS.one ? { who: 'ines', slowness: 1 } : { who: 'johan', slowness: 2.2 };
}
