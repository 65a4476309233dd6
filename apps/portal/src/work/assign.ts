import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type QueueItem, api } from '../api/client';
import { answerOf } from '../api/problem';
import { newKey } from '../kit/new-key';
import { useMe } from '../session/me';
import { sessionEnd } from '../session/session-end';
import type { Choice } from './choice';

interface Standing {
  readonly going: boolean;
  readonly all: number;
  readonly done: number;
  readonly failed: readonly { readonly item: QueueItem; readonly thrown: unknown }[];
}

const NOTHING: Standing = { going: false, all: 0, done: 0, failed: [] };

/** Gives cases to somebody, one after the other; what is refused stays chosen, and says why. */
export function useAssign(choice: Choice) {
  const client = useQueryClient();
  const { subject } = useMe();
  const [standing, setStanding] = useState(NOTHING);
  const assign = async (items: readonly QueueItem[], whom: string) => {
    const given: QueueItem[] = [];
    const failed: { item: QueueItem; thrown: unknown }[] = [];
    const tell = (going: boolean) =>
      setStanding({ going, all: items.length, done: given.length, failed: [...failed] });
    tell(true);
    for (const item of items) {
      try {
        await giveTo(whom === '' ? subject : whom, item);
        given.push(item);
      } catch (thrown) {
        sessionEnd.noticeIn(thrown);
        failed.push({ item, thrown });
      }
      tell(true);
    }
    choice.leave(given);
    await Promise.all(
      ['queue', 'queues', 'cases', 'case'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
    tell(false);
  };
  return { assign, standing };
}

/** Two events that every workflow knows: what nobody has is claimed, what somebody has is handed over. */
async function giveTo(assignee: string, { id, stage, activity }: QueueItem): Promise<void> {
  const path = { id };
  const { version } = await answerOf(api.GET('/api/v1/cases/{id}', { params: { path } }));
  const type = activity === 'waiting' ? 'CLAIM' : 'HAND_OFF';
  const body = { type, payload: { stage, assignee }, version, idempotencyKey: newKey() };
  await answerOf(api.POST('/api/v1/cases/{id}/commands', { params: { path }, body }));
}
