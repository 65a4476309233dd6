import { useQuery } from '@tanstack/react-query';
import { type Schemas, api } from './client';
import { answerOf } from './problem';
import type { operations } from './schema.generated';

export type CaseFilter = NonNullable<operations['listCases']['parameters']['query']>;
export type QueueFilter = NonNullable<operations['listQueueItems']['parameters']['query']>;

/** What an installation declares does not change while a page is open. */
const FOR_THE_VISIT = { staleTime: Infinity } as const;
/** What others may change meanwhile is asked for again now and then. */
const LIVELY = { refetchInterval: 60_000 } as const;

export function useWorkflows() {
  const queryFn = () => answerOf(api.GET('/api/v1/workflows')).then(({ items }) => items);
  return useQuery({ queryKey: ['workflows'], queryFn, ...FOR_THE_VISIT });
}

export function useWorkflow(key: string | undefined) {
  const path = { key: key ?? '' };
  const queryFn = () => answerOf(api.GET('/api/v1/workflows/{key}', { params: { path } }));
  return useQuery({ queryKey: ['workflow', key], queryFn, enabled: key !== undefined, ...FOR_THE_VISIT });
}

export function useCauses() {
  const queryFn = () => answerOf(api.GET('/api/v1/causes')).then(({ items }) => items);
  return useQuery({ queryKey: ['causes'], queryFn, ...FOR_THE_VISIT });
}

export const caseKey = (id: string) => ['case', id] as const;

export function useCase(id: string) {
  const queryFn = () => answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } } }));
  return useQuery({ queryKey: caseKey(id), queryFn, ...LIVELY });
}

/** The ledger of a case, the first two hundred events of it. */
export function useEvents(id: string, enabled: boolean) {
  const params = { path: { id }, query: { limit: 200 } };
  const queryFn = () => answerOf(api.GET('/api/v1/cases/{id}/events', { params })).then(({ items }) => items);
  return useQuery({ queryKey: [...caseKey(id), 'events'], queryFn, enabled });
}

export function casesQuery(query: CaseFilter) {
  const queryFn = () => answerOf(api.GET('/api/v1/cases', { params: { query } }));
  return { queryKey: ['cases', query] as const, queryFn, ...LIVELY };
}

export function queueQuery(stage: string, query: QueueFilter) {
  const params = { path: { stage }, query };
  const queryFn = () => answerOf(api.GET('/api/v1/queues/{stage}', { params }));
  return { queryKey: ['queue', stage, query] as const, queryFn, ...LIVELY };
}

export function useQueues() {
  const queryFn = () => answerOf(api.GET('/api/v1/queues')).then(({ items }) => items);
  return useQuery({ queryKey: ['queues'], queryFn, ...LIVELY });
}

export type Cause = Schemas['CauseBody'];
