import type { PostgresBinaries } from './binaries';
import type { ServerHome } from './home';

/** All that a start has decided before it touches the data. */
export interface ServerPlan {
  place: ServerHome;
  password: string;
  binaries: PostgresBinaries;
  /** Thrown away afterwards: need not survive a crash of the machine. */
  fast: boolean;
}
