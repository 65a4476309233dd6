import { type Workflow, checklistOf } from '@ledtid/workflow';
import type { InstanceRow } from '../rows';
import type { EvolutionRefusal, Facts, Happening } from './facts';
import { withAssessors } from './participation';

/** What an item of a checklist being assessed makes of an instance: who assesses may be one who then decides nothing. */
export function withAssessedItem(
  workflow: Workflow,
  { instance, spans }: Facts,
  happening: Happening,
): InstanceRow | EvolutionRefusal {
  const { record } = happening;
  const checklist = checklistOf(workflow, record);
  if (checklist === null) return { refused: 'checklist-item-unknown' };
  const isActive = spans.some(({ stage, endedAt }) => endedAt === null && stage === checklist.stage);
  if (!isActive) return { refused: 'stage-not-active' };
  return checklist.assessment
    ? { ...instance, assessors: withAssessors(instance.assessors, happening) }
    : instance;
}
