import type { Workflow } from '../api/client';
import { useLanguage } from '../language/language';

/** What an outcome is called, as the workflow says it. */
export function useOutcome({ texts }: Workflow): (outcome: string) => string {
  const { say } = useLanguage();
  return (outcome) => (texts.codes[outcome] === undefined ? outcome : say(texts.codes[outcome]));
}
