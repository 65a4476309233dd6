import type { Configuration } from '@ledtid/cases';
import { loadWorkflows } from '@ledtid/workflows';
import { configurationOf } from './memory-family';

/** The product's own workflows, for specs of rooms that stand beside them and so cannot load them. */
export function installedConfiguration(): Configuration {
  return configurationOf(loadWorkflows());
}
