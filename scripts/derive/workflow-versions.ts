import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import { type Workflow, structureOf } from '@ledtid/workflow';

/** `workflows/<key>/versions.json`: the hash that each version number stands for. */
export type Versions = Readonly<Record<string, string>>;

/** SHA-256 over the canonical JSON of states, meta and transitions. */
export function structureHash(workflow: Workflow): string {
  return createHash('sha256')
    .update(canonicalize(structureOf(workflow)))
    .digest('hex');
}

/** Why a machine's number is wrong; null when its hash is the one recorded, or the number is new. */
export function versionFault(workflow: Workflow, recorded: Versions): string | null {
  const known = recorded[String(workflow.version)];
  const newest = Math.max(0, ...Object.keys(recorded).map(Number));
  if (known === undefined && workflow.version !== newest + 1) {
    return `${workflow.key}: version ${workflow.version} does not follow ${newest}.`;
  }
  if (known === undefined || known === structureHash(workflow)) return null;
  return (
    `${workflow.key}: the machine has changed, but its version is still ${workflow.version}. Raise it in machine.ts ` +
    'and bring a migration of open cases. Before the first release, `npm run derive -- --same-version` records the change.'
  );
}
