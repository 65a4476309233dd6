import type { Recorded, Text } from './contract';
import type { Workflow } from './define-workflow';

/** How one item was found. `unclear`: something has to be asked or looked up first. */
export const ITEM_OUTCOMES = ['met', 'not-met', 'unclear', 'not-applicable'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

export interface ChecklistItem {
  readonly key: string;
  /** Article. */
  readonly source: string;
  readonly text: Text;
}

/**
 * What is to be looked at one by one in a stage, as data. What has once been assessed by a version is read by it for
 * ever: a change is a new version beside the old ones.
 */
export interface Checklist {
  readonly key: string;
  readonly version: number;
  /** Whoever works this stage assesses, while it is active. */
  readonly stage: string;
  readonly source: string;
  /** Whoever assesses an item has assessed the case, and may not decide it. */
  readonly assessment: boolean;
  readonly title: Text;
  readonly items: readonly ChecklistItem[];
}

/** The version of a checklist that an event names, where it has the stage and the item that the event names. */
export function checklistOf(
  { checklists }: Pick<Workflow, 'checklists'>,
  record: Recorded,
): Checklist | null {
  const named = checklists.find(({ key, version }) => key === record.checklist && version === record.version);
  const hasItem = named?.items.some(({ key }) => key === record.item) ?? false;
  return named !== undefined && named.stage === record.stage && hasItem ? named : null;
}

/** Why a workflow's checklists cannot be used, a sentence each. */
export function checklistFaults({ checklists, stages }: Pick<Workflow, 'checklists' | 'stages'>): string[] {
  const keys = [...new Set(checklists.map(({ key }) => key))];
  return [
    ...checklists
      .filter(({ stage }) => !Object.hasOwn(stages, stage))
      .map(({ key, stage }) => `checklist ${key} is of stage ${stage}: name one of the workflow's stages.`),
    ...checklists
      .filter(({ items }) => new Set(items.map((item) => item.key)).size < items.length)
      .map(({ key }) => `checklist ${key} has two items of one key: give one another key.`),
    ...keys
      .filter((key) => !countsUp(checklists.filter((one) => one.key === key)))
      .map(
        (key) =>
          `the versions of checklist ${key} are not 1, 2, 3 …: keep every one, and number a new one on.`,
      ),
    ...checklists.flatMap(({ key, title, items }) =>
      [{ key, text: title }, ...items]
        .filter(({ text }) => !text.sv || !text.en)
        .map((lacking) => `checklist ${key}: ${lacking.key} lacks its text: add Swedish and English.`),
    ),
  ];
}

function countsUp(versions: readonly Checklist[]): boolean {
  return versions.every(({ version }, place) => version === place + 1);
}
