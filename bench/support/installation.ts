import type { Configuration } from '@ledtid/cases';
import { clockKeys, defaultCauseList, defaultClockConfiguration } from '@ledtid/time';
import { WorkflowRegistry } from '@ledtid/workflow';
import { loadWorkflows } from '@ledtid/workflows';

/** The workflows with the clocks and causes that come with the product. */
export function shippedConfiguration(): Configuration {
  const [clocks, causes] = [defaultClockConfiguration, defaultCauseList];
  const known = { clocks: new Set(clockKeys(clocks)), causes: new Set(causes.versions.keys()) };
  return { registry: new WorkflowRegistry(loadWorkflows(), known), clocks, causes };
}
