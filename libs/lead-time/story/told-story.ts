import type { PoolClient } from 'pg';
import { type CaseSelection, loadCases } from '../cases/load-cases';
import { type Scope, figuresOf } from '../reports/case-figures';
import type { CheckedQuery } from '../reports/query';
import type { ReportConfiguration } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import type { CaseStory } from './case-story';
import { storyNames } from './names';
import { storyOf } from './story-of';
import { type Language, tell } from './tell';

const REGISTRATION_NUMBER = sqlFile(__dirname, 'registration-number');

/** A case's story, and the same in words: paragraphs, the last of which adds up to the whole. */
export interface ToldStory extends CaseStory {
  caseId: string;
  registrationNumber: string | null;
  language: Language;
  text: string[];
}

interface StoryQuestion {
  query: CheckedQuery;
  selection: CaseSelection;
  scope: Scope;
}

/** Null where the query is not about one case, or the report does not count it. */
export async function toldStory(
  client: PoolClient,
  { query, selection, scope }: StoryQuestion,
  { registry, causes }: ReportConfiguration,
): Promise<ToldStory | null> {
  const { language, filters } = query;
  if (filters.case === null) return null;
  for await (const history of loadCases(client, selection)) {
    const figures = figuresOf(history, { ...scope, from: null });
    if (figures === null) return null;
    const story = storyOf(figures, scope.clock);
    const { caseId } = history;
    const registrationNumber = await registrationNumberOf(client, caseId);
    const text = tell(story, registrationNumber ?? filters.case, storyNames(registry, causes), language);
    return { caseId, registrationNumber, language, text, ...story };
  }
  return null;
}

async function registrationNumberOf(client: PoolClient, caseId: string): Promise<string | null> {
  const { rows } = await client.query<{ registrationNumber: string | null }>(REGISTRATION_NUMBER, [caseId]);
  return rows[0]?.registrationNumber ?? null;
}
