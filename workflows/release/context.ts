import type { Recorded } from '@ledtid/workflow';

export type Track = 'ehds' | 'osl';

/** What the machine knows of its release: ids and codes only. */
export interface ReleaseContext {
  readonly holder: string | null;
  readonly part: string | null;
  readonly occasion: string | null;
  readonly track: Track;
  readonly datasets: readonly string[];
  readonly deferred: boolean;
  /** Names of the releases whose population this one still needs. */
  readonly awaits: readonly string[];
  /** One of them will never come. */
  readonly populationLost: boolean;
  /** Which delivery by the holder this is: one more each time a package goes back. */
  readonly attempt: number;
}

export function initialContext(input: Recorded | undefined): ReleaseContext {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const texts = (value: unknown) => (Array.isArray(value) ? (value as readonly string[]) : []);
  return {
    ...{ holder: text(input?.holder), part: text(input?.part), occasion: text(input?.occasion) },
    track: input?.track === 'osl' ? 'osl' : 'ehds',
    datasets: texts(input?.datasets),
    deferred: input?.deferred === true,
    awaits: texts(input?.awaits),
    ...{ populationLost: false, attempt: 1 },
  };
}
