import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Case, type Schemas, type Workflow, api } from './client';
import { answerOf } from './problem';
import type { operations } from './schema.generated';

export type CaseFilter = NonNullable<operations['listCases']['parameters']['query']>;
export type QueueFilter = NonNullable<operations['listQueueItems']['parameters']['query']>;

/** What an installation declares does not change while a page is open. */
const FOR_THE_VISIT = { staleTime: Infinity } as const;
/** What others may change meanwhile is asked for again now and then. */
const LIVELY = { refetchInterval: 60_000 } as const;
/** Milliseconds. What the system does by itself is over soon, and somebody may be waiting for it. */
const WHILE_EXECUTED = 2_000;

export function useWorkflows() {
  const queryFn = () => answerOf(api.GET('/api/v1/workflows')).then(({ items }) => items);
  return useQuery({ queryKey: ['workflows'], queryFn, ...FOR_THE_VISIT });
}

const workflowKey = (key: string | undefined) => ['workflow', key] as const;

export function useWorkflow(key: string | undefined) {
  const path = { key: key ?? '' };
  const queryFn = () => answerOf(api.GET('/api/v1/workflows/{key}', { params: { path } }));
  return useQuery({ queryKey: workflowKey(key), queryFn, enabled: key !== undefined, ...FOR_THE_VISIT });
}

export function useCauses() {
  const queryFn = () => answerOf(api.GET('/api/v1/causes')).then(({ items }) => items);
  return useQuery({ queryKey: ['causes'], queryFn, ...FOR_THE_VISIT });
}

export const caseKey = (id: string) => ['case', id] as const;

export function useCase(id: string) {
  const client = useQueryClient();
  const queryFn = () => answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } } }));
  const isExecuted = ({ workflow, state }: Case) =>
    isExecutedIn(client.getQueryData<Workflow>(workflowKey(workflow)), state);
  return useQuery({
    ...{ queryKey: caseKey(id), queryFn },
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isExecuted(data) ? WHILE_EXECUTED : LIVELY.refetchInterval,
  });
}

/** Whether the system itself is at work in one of these leaves. */
export function isExecutedIn(workflow: Workflow | undefined, leaves: readonly string[]): boolean {
  return workflow?.states.some(({ path, executed }) => executed && leaves.includes(path)) ?? false;
}

/** The ledger of a case, the first two hundred events of it. */
export function useEvents(id: string, enabled: boolean) {
  const params = { path: { id }, query: { limit: 200 } };
  const queryFn = () => answerOf(api.GET('/api/v1/cases/{id}/events', { params })).then(({ items }) => items);
  // Each version of the case has one event more; until they are there the ones before are shown.
  const version = useQueryClient().getQueryData<Case>(caseKey(id))?.version;
  const queryKey = [...caseKey(id), 'events', version];
  return useQuery({ queryKey, queryFn, enabled, placeholderData: (before) => before });
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
