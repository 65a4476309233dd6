import type { ClockCycle } from './clock-cycle';
import type { ClockDefinition } from './clock-definition';
import { clockProblems } from './clock-definition-check';
import defaultDocument from './clocks.json';
import { civilDateOf } from './civil-date';
import { ConfigurationError } from './configuration-error';
import { inForce, versionsBy } from './dated';
import type { CivilDate } from './instant';
import { TimeError } from './time-error';

/** Every version of every clock, by key. */
export interface ClockConfiguration {
  readonly versions: ReadonlyMap<string, readonly ClockDefinition[]>;
}

/**
 * Reads a parsed JSON document, an array of clock definitions. Throws `ConfigurationError`
 * `clock-configuration-invalid` that names each clock with what is wrong and what to write.
 */
export function loadClockConfiguration(document: unknown): ClockConfiguration {
  const problems = clockProblems(document);
  if (problems.length > 0) throw new ConfigurationError('clock-configuration-invalid', problems);
  return { versions: versionsBy(document as ClockDefinition[], (definition) => definition.key) };
}

/** The clocks of the Regulation, of D6.3 and of Swedish law, with own targets; each names its `source`. */
export const defaultClockConfiguration: ClockConfiguration = loadClockConfiguration(defaultDocument);

export function hasClock(configuration: ClockConfiguration, key: string): boolean {
  return configuration.versions.has(key);
}

export function clockKeys(configuration: ClockConfiguration): string[] {
  return [...configuration.versions.keys()];
}

/**
 * The clock's version in force on a date. Throws `TimeError` `clock-unknown` for a key without
 * configuration and `clock-not-in-force` for a date before, between or after its versions.
 */
export function clockDefinition(
  configuration: ClockConfiguration,
  key: string,
  on: CivilDate,
): ClockDefinition {
  const versions = configuration.versions.get(key);
  if (versions === undefined) {
    throw new TimeError({
      code: 'clock-unknown',
      reason: `The clock configuration has no clock "${key}".`,
      remedy: `Add it, or use one of ${clockKeys(configuration).join(', ')}.`,
    });
  }
  const definition = inForce(versions, on);
  if (definition !== undefined) return definition;
  throw new TimeError({
    code: 'clock-not-in-force',
    reason: `No version of the clock "${key}" is in force on ${on}.`,
    remedy: 'Add a version whose validFrom and validTo take in that date.',
  });
}

/** A running cycle keeps the version it started by, whatever is configured later. */
export function definitionOf(
  configuration: ClockConfiguration,
  cycle: Pick<ClockCycle, 'key' | 'startedAt'>,
): ClockDefinition {
  return clockDefinition(configuration, cycle.key, civilDateOf(cycle.startedAt));
}
