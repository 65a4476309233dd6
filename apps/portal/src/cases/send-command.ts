import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Action, type Case, api } from '../api/client';
import { Problem, answerOf } from '../api/problem';
import { caseKey } from '../api/queries';
import type { Values } from '../form/schema';
import { newKey } from '../kit/new-key';

interface ToSend {
  readonly action: Pick<Action, 'type'>;
  readonly payload: Values;
  /** The case as the person saw it. */
  readonly seen: Pick<Case, 'id' | 'version'>;
  /** The same for a second try of the same. */
  readonly key: string;
}

/** Sends a command; what then is, is shown at once, and also what is when somebody was faster. */
export function useSendCommand() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, payload, seen, key }: ToSend) =>
      answerOf(
        api.POST('/api/v1/cases/{id}/commands', {
          params: { path: { id: seen.id } },
          body: { type: action.type, payload, version: seen.version, idempotencyKey: key },
        }),
      ),
    onSuccess: (changed) => show(client, changed),
    onError: (thrown, { seen }) => {
      if (isConflict(thrown)) return client.invalidateQueries({ queryKey: caseKey(seen.id) });
      return undefined;
    },
  });
}

/** Takes a case out of a queue for whoever asks, in the stage that the queue is of. */
export function useClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, stage }: { id: string; stage: string }) => {
      const found = await answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } } }));
      const body = { type: 'CLAIM', payload: { stage }, version: found.version, idempotencyKey: newKey() };
      return answerOf(api.POST('/api/v1/cases/{id}/commands', { params: { path: { id } }, body }));
    },
    onSuccess: (changed) => show(client, changed),
    onError: () => client.invalidateQueries({ queryKey: ['queue'] }),
  });
}

async function show(client: QueryClient, changed: Case): Promise<void> {
  client.setQueryData(caseKey(changed.id), changed);
  const stale = [['cases'], ['queue'], ['queues'], caseKey(changed.parent ?? changed.id)];
  await Promise.all([
    ...stale.map((queryKey) => client.invalidateQueries({ queryKey })),
    client.invalidateQueries({ queryKey: [...caseKey(changed.id), 'events'] }),
  ]);
}

export function isConflict(thrown: unknown): boolean {
  return thrown instanceof Problem && thrown.status === 409;
}
