import { type Configuration, caseConfiguration } from '@ledtid/cases';
import { loadWorkflows } from '@ledtid/workflows';
import type { Context } from './context';

/** The workflows, clocks and causes of this installation. Throws `WorkflowDefinitionError`. */
export function installedConfiguration({ settings }: Pick<Context, 'settings'>): Configuration {
  return caseConfiguration(loadWorkflows(), settings.clocks);
}
