import type { WorkflowRegistry } from '@ledtid/workflow';
import { loadWorkflows } from '@ledtid/workflows';
import { configurationOf } from './memory-family';

/** The workflows that the product ships, for tests of rooms that may not import them. */
export function installedRegistry(): WorkflowRegistry {
  return configurationOf(loadWorkflows()).registry;
}
