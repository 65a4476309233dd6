import { type CauseList, type Instant, causeOf, civilDateOf } from '@ledtid/time';
import { type Text, type WorkflowRegistry, stateText } from '@ledtid/workflow';

/** What things are called, as the installation's own workflows and cause list say. */
export interface StoryNames {
  stage(workflow: string, stage: string): Text;
  outcome(workflow: string, outcome: string): Text;
  /** Null for a leaf that says no more than its activity does. */
  leaf(workflow: string, leaf: string): Text | null;
  /** As it was named then. */
  cause(code: string, at: Instant): Text;
}

const PLAIN_LEAVES = new Set(['waiting', 'assigned', 'paused']);

export function storyNames(registry: WorkflowRegistry, causes: CauseList): StoryNames {
  return {
    stage: (workflow, stage) => registry.find(workflow)?.texts.stages[stage] ?? same(stage),
    outcome: (workflow, outcome) => registry.find(workflow)?.texts.outcomes[outcome] ?? same(outcome),
    leaf: (workflow, leaf) => {
      const found = registry.find(workflow);
      if (found === undefined || PLAIN_LEAVES.has(leaf.slice(leaf.lastIndexOf('.') + 1))) return null;
      return stateText(found, leaf) ?? null;
    },
    cause: (code, at) => causeOf(code, civilDateOf(at), causes)?.name ?? same(code),
  };
}

/** A code that nobody installed any longer names: better than to leave it out. */
function same(code: string): Text {
  return { sv: code, en: code };
}
