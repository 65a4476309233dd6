import { useQueries } from '@tanstack/react-query';
import type { QueueItem } from '../api/client';
import { type QueueFilter, queueQuery } from '../api/queries';
import { byDue } from '../cases/due';
import { useMe } from '../session/me';
import { useMyStages } from './my-stages';

/** Rows of one stage that are asked for at a time. */
const AT_A_TIME = 100;

/** What is the person's own, what anybody of the group may take, and what stands still until others move. */
export type WorkKind = 'mine' | 'group' | 'others';

export interface WorkItems {
  readonly isPending: boolean;
  readonly error: unknown;
  /** What is due first first. */
  readonly items: readonly QueueItem[];
  /** Some stage has more than was asked for. */
  readonly hasMore: boolean;
}

/** What stands in the person's stages, so many times a hundred rows of each. */
export function useWorkList(kind: WorkKind, pages = 1): WorkItems {
  const { subject } = useMe();
  const filter = filterOf(kind, subject);
  const asked = useQueries({
    queries: useMyStages().map((stage) => ({
      ...queueQuery(stage, filter),
      queryKey: ['queue', stage, filter, pages] as const,
      queryFn: () => firstPages(stage, filter, pages),
    })),
  });
  const items = asked.flatMap(({ data }) => data?.items ?? []).filter((item) => isOf(kind, item));
  return {
    items: items.sort(byDue),
    isPending: asked.some((one) => one.isPending),
    error: asked.find((one) => one.error !== null)?.error ?? null,
    hasMore: asked.some(({ data }) => data?.hasMore === true),
  };
}

function filterOf(kind: WorkKind, subject: string): QueueFilter {
  const all = { limit: AT_A_TIME, sort: 'due' } as const;
  if (kind === 'mine') return { ...all, assignee: subject };
  return { ...all, activity: kind === 'group' ? 'waiting' : 'paused' };
}

/** What is one's own but paused waits for others. */
function isOf(kind: WorkKind, { activity, assignee }: QueueItem): boolean {
  if (kind === 'mine') return activity !== 'paused';
  return kind === 'others' || assignee === null;
}

async function firstPages(stage: string, filter: QueueFilter, pages: number) {
  const items: QueueItem[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages && (page === 0 || cursor !== null); page += 1) {
    const more: { items: QueueItem[]; cursor: string | null } = await queueQuery(stage, {
      ...filter,
      ...(cursor === null ? {} : { cursor }),
    }).queryFn();
    items.push(...more.items);
    cursor = more.cursor;
  }
  return { items, hasMore: cursor !== null };
}
