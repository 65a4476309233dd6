import { useQuery } from '@tanstack/react-query';
import { type Case, type Schemas, api } from '../api/client';
import { answerOf } from '../api/problem';
import { caseKey } from '../api/queries';

export type Usual = Schemas['PublicStatusBody'];

/** Where a case has been, the first two hundred of its spans. */
export function useSpans({ id, version }: Pick<Case, 'id' | 'version'>) {
  const params = { path: { id }, query: { limit: 200 } };
  const queryFn = () => answerOf(api.GET('/api/v1/cases/{id}/spans', { params })).then(({ items }) => items);
  return useQuery({ queryKey: [...caseKey(id), 'spans', version], queryFn });
}

/** What cases took, as everybody may know it: figures over few are withheld. */
export function useUsual() {
  const queryFn = () => answerOf(api.GET('/api/v1/public/status'));
  return useQuery({ queryKey: ['public-status'], queryFn, staleTime: Infinity });
}
