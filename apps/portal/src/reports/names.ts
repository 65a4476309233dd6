import type { Text } from '../api/client';
import { useNames as useKnownNames } from '../cases/names';
import { useLanguage } from '../language/language';
import { useWholeWorkflows } from './queries';

type Texts = Readonly<Record<string, Text | undefined>>;

/** What the keys in a report are called, those too that no case has: what nobody owns, and what nobody gave. */
export function useNames() {
  const { say, texts } = useLanguage();
  const { workflow, stage, cause } = useKnownNames();
  const whole = useWholeWorkflows();
  const outcomes = Object.assign({}, ...whole.map(({ texts: said }) => said.outcomes)) as Texts;
  const words = texts.reports;
  const parties: Readonly<Record<string, string>> = words.parties;
  return {
    workflow,
    stage: (key: string) => (key === 'none' ? words.nobody : stage(key)),
    cause: (code: string | null) => (code === null ? words.noCause : cause(code)),
    outcome: (key: string) => (outcomes[key] === undefined ? key : say(outcomes[key])),
    party: (key: string) => parties[key] ?? key,
  };
}
