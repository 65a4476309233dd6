import type { Text, Workflow } from '../api/client';

/** What stands side by side at one place on the way through a workflow. */
export interface ProcessStep {
  readonly key: string;
  readonly boxes: readonly ProcessBox[];
}

interface ProcessBox {
  readonly key: string;
  readonly label: Text;
  /** Paths of the leaves inside. */
  readonly leaves: readonly string[];
}

type Described = Pick<Workflow, 'states' | 'stages'>;

/**
 * The way through a workflow in the order in which it declares its states: a place for each state at the top, and in it
 * a box for each stage, so that reviews which go on at the same time stand beside each other.
 */
export function processSteps({ states, stages }: Described): ProcessStep[] {
  const tops = [...new Set(states.map(({ path }) => topOf(path)))];
  return tops.map((top) => {
    const inside = states.filter(({ path }) => topOf(path) === top);
    const keys = [...new Set(inside.map(boxKeyOf))];
    return {
      key: top,
      boxes: keys.map((key) => {
        const own = inside.filter((state) => boxKeyOf(state) === key);
        const named = stages.find((stage) => stage.key === key)?.label ?? own[0]?.label;
        return { key, label: named ?? { sv: key, en: key }, leaves: own.map(({ path }) => path) };
      }),
    };
  });
}

function topOf(path: string): string {
  return path.split('.')[0] ?? path;
}

/** What is no stage stands for itself. */
function boxKeyOf({ stage, path }: Described['states'][number]): string {
  return stage === 'none' ? path : stage;
}
