import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Schemas, api } from '../api/client';
import { answerOf } from '../api/problem';
import { caseKey } from '../api/queries';

export type Message = Schemas['MessageBody'];

/** The event by which every workflow takes a message. */
export const SEND_MESSAGE = 'SEND_MESSAGE';

const LIMIT = 50;

export const messagesKey = (id: string) => [...caseKey(id), 'messages'];

/** The messages of a case, the latest first, and older ones as they are asked for. */
export function useMessages(id: string) {
  return useInfiniteQuery({
    queryKey: messagesKey(id),
    queryFn: ({ pageParam }) => {
      const query = { limit: LIMIT, ...(pageParam !== null && { cursor: pageParam }) };
      return answerOf(api.GET('/api/v1/cases/{id}/messages', { params: { path: { id }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: 60_000,
  });
}

const UNREAD_KEY = ['unread-messages'] as const;

/** Where something is new for the person. */
export function useUnread() {
  const queryFn = () => answerOf(api.GET('/api/v1/unread-messages')).then(({ items }) => items);
  return useQuery({ queryKey: UNREAD_KEY, queryFn, refetchInterval: 60_000 });
}

/** Says that everything up to the message of this number is read. */
export function useMarkRead(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (number: number) =>
      answerOf(api.PUT('/api/v1/cases/{id}/messages/read', { params: { path: { id } }, body: { number } })),
    onSuccess: () =>
      Promise.all([messagesKey(id), UNREAD_KEY].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
