import type { Text } from '@ledtid/workflow';
import type { CaseStory } from './case-story';
import { dateInWords, datesInWords } from './dates';
import { addingUp, inWords, wholeInWords, withWorkingDays } from './durations';
import { filled } from './filled';
import type { StoryNames } from './names';
import { NOBODY } from '../reports/report';
import { tellVisit } from './tell-visit';
import { MILESTONES, SENTENCES } from './texts';

export type Language = keyof Text;

/** A story in words: paragraphs, from what came before the clock to the sum. `id` is what the case goes by. */
export function tell(story: CaseStory, id: string, names: StoryNames, language: Language): string[] {
  return [
    heading(story, id, names, language),
    ...before(story, language),
    ...story.visits.map((visit, index) => tellVisit(visit, index + 1, { story, names, language })),
    ...milestones(story, language),
    ...sum(story, names, language),
  ];
}

function heading(story: CaseStory, id: string, names: StoryNames, language: Language): string {
  const { outcome, workflow, clock, start, end, seconds, workingDays } = story;
  const open = outcome === null;
  return filled(SENTENCES[open ? 'openCase' : 'closedCase'][language], {
    name: filled(SENTENCES.caseName[language], { id }),
    duration: withWorkingDays(wholeInWords(seconds, language), workingDays, seconds, language),
    clock: SENTENCES[clock][language],
    dates: datesInWords(start, end, language),
    outcome: open ? '' : names.outcome(workflow, outcome)[language],
  });
}

function before({ before: early }: CaseStory, language: Language): string[] {
  return (['ethicsToSubmission', 'submissionToEthics'] as const).flatMap((key) => {
    const seconds = early[key];
    if (seconds === null) return [];
    return [filled(SENTENCES[key][language], { duration: inWords(seconds, language) })];
  });
}

function milestones({ milestones: reached }: CaseStory, language: Language): string[] {
  if (reached.length === 0) return [];
  const told = reached.map(({ key, at, after, holder }) =>
    filled(SENTENCES.milestone[language], {
      milestone: MILESTONES[key]?.[language] ?? key,
      holder: holder === null ? '' : filled(SENTENCES.atHolder[language], { holder }),
      date: dateInWords(at, language),
      after: distance(after, language),
    }),
  );
  return [filled(SENTENCES.milestones[language], { milestones: told.join('; ') })];
}

function distance(after: number, language: Language): string {
  if (after === 0) return SENTENCES.atStart[language];
  const sentence = SENTENCES[after < 0 ? 'ahead' : 'after'][language];
  return filled(sentence, { duration: inWords(Math.abs(after), language) });
}

/** The last line: what the stages make together is the whole. */
function sum({ rows }: CaseStory, names: StoryNames, language: Language): string[] {
  const { parts, whole } = addingUp(
    rows.map(({ seconds }) => seconds),
    language,
  );
  const told = rows.map(({ key, workflow }, index) => {
    const stage = key === NOBODY ? SENTENCES.nobody : names.stage(workflow, key);
    return `${stage[language]} ${parts[index]}`;
  });
  return rows.length === 0 ? [] : [filled(SENTENCES.sum[language], { parts: told.join(' + '), whole })];
}
