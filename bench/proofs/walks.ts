import { type Configuration, caseConfiguration } from '@ledtid/cases';
import { loadWorkflows } from '@ledtid/workflows';
import { describeSurroundings } from '../support/environment';
import { rounded } from '../support/figures';
import { familyFaults } from './family-faults';
import type { Proof } from './proof';
import { walkFamily } from './walk-family';

const FULL_SIZE = { walks: 1000, steps: 60, seed: 1 };

export interface WalksSettings {
  /** Of each workflow. */
  readonly walks: number;
  readonly steps: number;
  readonly seed: number;
}

interface WalkedWorkflow {
  readonly workflow: string;
  readonly walks: number;
  readonly accepted: number;
  /** Share of its leaves in which some walk was. */
  readonly leaves: number;
  /** With the seed of the walk. */
  readonly faults: readonly string[];
}

export const walksProof: Proof = {
  claim:
    'however people act, time is conserved in every case, every chain holds, and the ledger alone tells the same facts',
  run({ progress }) {
    const found = walkWorkflows(FULL_SIZE, progress);
    const faults = found.flatMap((workflow) => workflow.faults);
    const accepted = found.reduce((sum, workflow) => sum + workflow.accepted, 0);
    return Promise.resolve({
      ...{ name: 'walks', ...describeSurroundings(), ...FULL_SIZE, holds: faults.length === 0 },
      workflows: found,
      summary: [
        `${FULL_SIZE.walks} walks of each of ${found.length} workflows, ${accepted} accepted commands.`,
        faults.length === 0 ? 'No fault.' : `${faults.length} faults, the first: ${faults[0] ?? ''}`,
      ],
    });
  },
};

/** Seeded walks of every workflow through libs/cases, in memory. */
export function walkWorkflows(settings: WalksSettings, progress: (line: string) => void): WalkedWorkflow[] {
  const configuration = caseConfiguration(loadWorkflows());
  return configuration.registry.all().map(({ key }) => {
    const walked = walkWorkflow(configuration, key, settings);
    progress(
      `${key}: ${walked.accepted} commands, ${walked.leaves} of its leaves, ${walked.faults.length} faults.`,
    );
    return walked;
  });
}

function walkWorkflow(
  configuration: Configuration,
  key: string,
  { walks, steps, seed }: WalksSettings,
): WalkedWorkflow {
  const leaves = new Set<string>();
  const faults: string[] = [];
  let accepted = 0;
  for (let number = 0; number < walks; number += 1) {
    const walk = walkFamily(configuration, key, seed + number, steps);
    accepted += walk.accepted;
    for (const { spans } of walk.family.children(key)) for (const { leaf } of spans) leaves.add(leaf);
    faults.push(
      ...familyFaults(walk.family, configuration).map((fault) => `seed ${seed + number}: ${fault}`),
    );
  }
  const share = leaves.size / configuration.registry.get(key).leaves.size;
  return { workflow: key, walks, accepted, leaves: rounded(share), faults };
}
