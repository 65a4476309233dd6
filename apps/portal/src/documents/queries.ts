import { useQuery } from '@tanstack/react-query';
import { type Schemas, api } from '../api/client';
import { Problem, answerOf } from '../api/problem';
import { caseKey } from '../api/queries';

export type Document = Schemas['DocumentBody'];
export type DocumentRules = Schemas['DocumentRulesBody'];

/** Which documents this installation takes; null: it keeps none. */
export function useDocumentRules() {
  return useQuery({ queryKey: ['document-rules'], queryFn: rulesOrNone, staleTime: Infinity });
}

async function rulesOrNone(): Promise<DocumentRules | null> {
  try {
    return await answerOf(api.GET('/api/v1/document-rules'));
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'documents-not-kept') return null;
    throw thrown;
  }
}

export const documentsKey = (id: string) => [...caseKey(id), 'documents'] as const;

/** Every version of every document of a case, as they came; a case holds two hundred at most. */
export async function documentsOf(id: string): Promise<readonly Document[]> {
  const params = { path: { id }, query: { limit: 200 } };
  return (await answerOf(api.GET('/api/v1/cases/{id}/documents', { params }))).items;
}

export function useDocuments(id: string) {
  return useQuery({ queryKey: documentsKey(id), queryFn: () => documentsOf(id) });
}
