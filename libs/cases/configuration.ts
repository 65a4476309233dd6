import { clockKeys, defaultCauseList, defaultClockConfiguration, loadClockConfiguration } from '@ledtid/time';
import { type Workflow, WorkflowRegistry } from '@ledtid/workflow';
import type { Configuration } from './facts/facts';

/**
 * What every process of an installation must know alike: its workflows, clocks and causes. `clocks` is the
 * document of the installation's own clocks, null for those that come with the product. Throws
 * `ConfigurationError` or `WorkflowDefinitionError`, naming each fault and its fix.
 */
export function caseConfiguration(workflows: readonly Workflow[], clocks: unknown = null): Configuration {
  const known = clocks === null ? defaultClockConfiguration : loadClockConfiguration(clocks);
  const causes = defaultCauseList;
  const registry = new WorkflowRegistry(workflows, {
    clocks: new Set(clockKeys(known)),
    causes: new Set(causes.versions.keys()),
  });
  return { registry, clocks: known, causes };
}
