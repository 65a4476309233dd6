import type { QueueItem } from '../api/client';
import { useQueries } from '@tanstack/react-query';
import { queueQuery, useWorkflows } from '../api/queries';
import { byDue } from '../cases/due';
import { hasRole, useMe } from '../session/me';

/** Keys of the stages that one of the person's roles works, in the order of the workflows. */
export function useMyStages(): readonly string[] {
  const me = useMe();
  const workflows = useWorkflows().data ?? [];
  const mine = workflows.flatMap(({ stages }) => stages).filter(({ roles }) => hasRole(me, roles as never));
  return [...new Set(mine.map(({ key }) => key))];
}

export interface Work {
  readonly mine: readonly QueueItem[];
  readonly group: readonly QueueItem[];
  readonly others: readonly QueueItem[];
}

/** What stands in the person's stages, by whose move it is, what is due first first. */
export function useMyWork() {
  const { subject } = useMe();
  const stages = useMyStages();
  const asked = useQueries({
    queries: stages.map((stage) => queueQuery(stage, { limit: 100, sort: 'due' })),
  });
  return {
    isPending: asked.some((one) => one.isPending),
    error: asked.find((one) => one.error !== null)?.error ?? null,
    work: sorted(
      asked.flatMap((one) => one.data?.items ?? []),
      subject,
    ),
  };
}

/** A stage that stands still waits for others, whoever has it. */
function sorted(items: readonly QueueItem[], subject: string): Work {
  const going = items.filter(({ activity }) => activity !== 'paused').sort(byDue);
  return {
    mine: going.filter(({ assignee }) => assignee === subject),
    group: going.filter(({ assignee }) => assignee === null),
    others: items.filter(({ activity }) => activity === 'paused').sort(byDue),
  };
}
