import type { Configuration } from '@ledtid/cases';
import { clockKeys, defaultCauseList, defaultClockConfiguration } from '@ledtid/time';
import { WorkflowRegistry } from '@ledtid/workflow';
import { loadWorkflows } from '@ledtid/workflows';

/** The workflows, clocks and causes of this installation. Throws `WorkflowDefinitionError`. */
export function installedConfiguration(): Configuration {
  const [clocks, causes] = [defaultClockConfiguration, defaultCauseList];
  const known = { clocks: new Set(clockKeys(clocks)), causes: new Set(causes.versions.keys()) };
  return { registry: new WorkflowRegistry(loadWorkflows(), known), clocks, causes };
}
