import type { Instant } from '@ledtid/time';
import type { PoolClient, QueryResultRow } from 'pg';
import { sqlFile } from '../sql-file';
import type { CaseHistory, EventFacts, InstanceFacts, MilestoneFacts, SpanFacts } from './case-history';
import { type CaseFilters, filtersOf, overReported } from './reported';

const ROOTS = overReported(sqlFile(__dirname, 'case-roots'));
const INSTANCES = sqlFile(__dirname, 'case-instances');
const SPANS = sqlFile(__dirname, 'case-spans');
const MILESTONES = sqlFile(__dirname, 'case-milestones');
const EVENTS = sqlFile(__dirname, 'case-events');

/** Cases held at once; a report adds them up page by page. */
const PAGE = 500;

/** Which cases to read. */
export interface CaseSelection {
  filters: CaseFilters;
  /** Null: from the beginning. */
  from: Instant | null;
  horizon: Instant;
}

interface Root {
  id: string;
  rootId: string;
}

type OfRoot<Facts> = Facts & { rootId: string };

/** Reads whole cases, a page at a time. It only reads: cases are written by another room. */
export async function* loadCases(client: PoolClient, selection: CaseSelection): AsyncGenerator<CaseHistory> {
  const { filters, from, horizon } = selection;
  const conditions = [filtersOf(filters), from, horizon];
  let last: string | null = null;
  for (;;) {
    const page: Root[] = (await client.query<Root>(ROOTS, [...conditions, last, PAGE])).rows;
    yield* await readPage(client, page);
    last = page[page.length - 1]?.id ?? null;
    if (page.length < PAGE) return;
  }
}

async function readPage(client: PoolClient, roots: Root[]): Promise<CaseHistory[]> {
  const rootIds = [...new Set(roots.map(({ rootId }) => rootId))];
  const read = async <Facts extends QueryResultRow>(
    statement: string,
  ): Promise<Map<string, OfRoot<Facts>[]>> =>
    byRoot((await client.query<OfRoot<Facts>>(statement, [rootIds])).rows);
  const instances = await read<InstanceFacts>(INSTANCES);
  const spans = await read<SpanFacts>(SPANS);
  const milestones = await read<MilestoneFacts>(MILESTONES);
  const events = await read<EventFacts>(EVENTS);
  return roots.map(({ id, rootId }) => {
    const below = descendants(id, instances.get(rootId) ?? []);
    const within = ({ instanceId }: { instanceId: string }): boolean => below.has(instanceId);
    return {
      caseId: id,
      instances: (instances.get(rootId) ?? []).filter((instance) => below.has(instance.id)),
      spans: (spans.get(rootId) ?? []).filter(within),
      milestones: (milestones.get(rootId) ?? []).filter(within),
      events: (events.get(rootId) ?? []).filter(within),
    };
  });
}

function byRoot<Facts extends { rootId: string }>(rows: Facts[]): Map<string, Facts[]> {
  const groups = new Map<string, Facts[]>();
  for (const row of rows) {
    const group = groups.get(row.rootId);
    if (group === undefined) groups.set(row.rootId, [row]);
    else group.push(row);
  }
  return groups;
}

/** An instance and all below it: a child can be a case by itself. */
function descendants(id: string, instances: InstanceFacts[]): ReadonlySet<string> {
  const found = new Set([id]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const instance of instances) {
      if (instance.parentId !== null && found.has(instance.parentId)) found.add(instance.id);
    }
  }
  return found;
}
