import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Workflow } from '@ledtid/workflow';
import type { Samples } from './samples';

export type { SampledEvent, Samples } from './samples';

/**
 * Every workflow that lies in a folder beside this file. A new workflow is a new folder whose index.ts exports
 * `workflow`; only a stage that the worker executes also needs a processor in apps/worker.
 */
export function loadWorkflows(): Workflow[] {
  return folders().map((folder) => (load(folder, 'index') as { workflow: Workflow }).workflow);
}

/** Events and inputs by which a workflow's machine can be walked through all its states: for tests. */
export function loadSamples(key: string): Samples {
  return (load(key, 'samples') as { samples: Samples }).samples;
}

function folders(): string[] {
  return readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && holdsWorkflow(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** Built, the files are JavaScript; in tests and scripts they are still TypeScript. */
function holdsWorkflow(folder: string): boolean {
  return ['index.js', 'index.ts'].some((file) => existsSync(join(__dirname, folder, file)));
}

function load(folder: string, file: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- which folders there are is known only at boot
  return require(join(__dirname, folder, file));
}
