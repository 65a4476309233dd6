import { useQuery } from '@tanstack/react-query';
import { type Schemas, api } from '../api/client';
import { answerOf } from '../api/problem';
import { caseKey } from '../api/queries';

export type Checklist = Schemas['ChecklistBody'];
export type Item = Checklist['items'][number];
export type Finding = Item['assessments'][number];

/** The event by which every workflow takes the finding on an item. */
export const ASSESS_ITEM = 'ASSESS_ITEM';

export const checklistsKey = (id: string) => [...caseKey(id), 'checklists'];

/** The checklists of a case, each item with what was found. */
export function useChecklists(id: string, enabled: boolean) {
  const params = { path: { id } };
  const queryFn = () =>
    answerOf(api.GET('/api/v1/cases/{id}/checklists', { params })).then(({ items }) => items);
  return useQuery({ queryKey: checklistsKey(id), queryFn, enabled, refetchInterval: 60_000 });
}
