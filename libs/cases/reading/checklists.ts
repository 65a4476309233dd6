import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { Checklist, ChecklistItem, CommonEvent, ItemOutcome, Workflow } from '@ledtid/workflow';
import type { LedgerRow } from '../rows';
import { fromColumns } from '../storage/columns';

const ASSESSED: CommonEvent = 'ASSESS_ITEM';

/** One time that an item was assessed: an event of the case, its justification from the payload. */
export interface ItemAssessment extends Pick<
  LedgerRow,
  'number' | 'actor' | 'onBehalfOf' | 'occurredAt' | 'recordedAt'
> {
  readonly outcome: ItemOutcome;
  /** Null where none was given, and once it is disposed of. */
  readonly justification: string | null;
}

/** An item with how it was found, the latest first. */
export interface AssessedItem extends ChecklistItem {
  readonly assessments: readonly ItemAssessment[];
}

export interface ChecklistView extends Omit<Checklist, 'items'> {
  readonly items: readonly AssessedItem[];
}

type Found = ItemAssessment & { readonly checklist: string; readonly version: number; readonly item: string };

const FOUND = prepare<Record<string, unknown>>(
  'reading-assessed-items',
  `SELECT l.number, l.actor, l.on_behalf_of, l.occurred_at, l.recorded_at, l.record->>'checklist' AS checklist,
     (l.record->>'version')::int AS version, l.record->>'item' AS item, l.record->>'outcome' AS outcome,
     p.body->>'justification' AS justification
   FROM ledger l LEFT JOIN payload p ON p.digest = l.payload_digest
   WHERE l.instance_id = $1 AND l.type = '${ASSESSED}' ORDER BY l.number DESC`,
);

/** The checklists of one instance: each in the latest version by which it was assessed, else in its latest. */
export async function checklistsOf(pool: Pool, id: string, workflow: Workflow): Promise<ChecklistView[]> {
  if (workflow.checklists.length === 0) return [];
  const found = (await FOUND(pool, [id])).map((columns) => fromColumns(columns) as unknown as Found);
  const keys = [...new Set(workflow.checklists.map(({ key }) => key))];
  return keys.flatMap((key) => {
    const of = found.filter(({ checklist }) => checklist === key);
    const versions = workflow.checklists.filter((checklist) => checklist.key === key);
    const begun = Math.max(...of.map(({ version }) => version));
    const shown = versions.find(({ version }) => version === begun) ?? versions.at(-1);
    return shown === undefined ? [] : [assessed(shown, of)];
  });
}

function assessed(checklist: Checklist, found: readonly Found[]): ChecklistView {
  const items = checklist.items.map((item) => ({
    ...item,
    assessments: found
      .filter((one) => one.item === item.key)
      .map(({ checklist: _checklist, version: _version, item: _item, ...assessment }) => assessment),
  }));
  return { ...checklist, items };
}
