import type { Source } from '../connectors/source';
import type { Engine } from '../engine/engine';
import { typedView } from '../engine/typed-view';
import { done, type Outcome, type Refusal, refused } from '../outcome';
import type { DatasetDescription } from '../selection/dataset-description';

export interface TableToLoad {
  description: DatasetDescription;
  /** Besides the person identifier. */
  columns: string[];
}

/** Gives the engine a typed relation `source."dataset"` per table of a holder; all refusals at once. */
export async function loadSource(
  engine: Engine,
  source: Source,
  tables: TableToLoad[],
): Promise<Outcome<null>> {
  const refusals: Refusal[] = [];
  for (const { description, columns } of tables) {
    const all = [...new Set([description.personIdentifier, ...columns])];
    const relation = await source.relation({ table: description.table, columns: all }, engine);
    refusals.push(
      ...(relation.done ? await typedView(engine, relation.value, all, description) : relation.refusals),
    );
  }
  return refusals.length > 0 ? refused(...refusals) : done(null);
}
