import type { CaseStory, StoryBranch, StoryTurn, StoryVisit } from './case-story';
import { dateInWords, datesInWords } from './dates';
import { inWords, withWorkingDays } from './durations';
import { asSentence, filled, listed } from './filled';
import type { StoryNames } from './names';
import type { Language } from './tell';
import { BRANCH_ENDS, LIMITS, PARTIES, SENTENCES, TURNS } from './texts';

interface Telling {
  story: CaseStory;
  names: StoryNames;
  language: Language;
}

/** One paragraph: which stage and when; whose turn and why; what ran beside it; what the end had been without it. */
export function tellVisit(visit: StoryVisit, number: number, telling: Telling): string {
  const { language } = telling;
  const { stage, open } = visit;
  const say = (key: 'stillOpen' | 'nobodyExplained') => SENTENCES[key][language];
  return [
    header(visit, number, telling),
    ...(stage === null ? [say('nobodyExplained')] : [asSentence(turns(visit, telling))]),
    ...(open && stage !== null ? [say('stillOpen')] : []),
    ...begunEarlier(visit, telling),
    ...beside(visit, telling),
    without(visit, telling),
    ...provisional(visit, telling),
  ].join(' ');
}

function header(visit: StoryVisit, number: number, { names, language }: Telling): string {
  const { stage, workflow, holder, round, continued, seconds, workingDays, start, end } = visit;
  const again = continued
    ? SENTENCES.continued[language]
    : round > 1
      ? filled(SENTENCES.round[language], { round: `${round}` })
      : '';
  return filled(SENTENCES.visit[language], {
    number: `${number}`,
    stage: (stage === null ? SENTENCES.nobody : names.stage(workflow, stage))[language],
    holder: atHolder(holder, language),
    round: again,
    duration: withWorkingDays(inWords(seconds, language), workingDays, seconds, language),
    dates: datesInWords(start, end, language),
  });
}

function atHolder(holder: string | null, language: Language): string {
  return holder === null ? '' : filled(SENTENCES.atHolder[language], { holder });
}

/** Where the path came to a visit that had been under way, or the clock started in the middle of it. */
function begunEarlier({ begun, start, continued }: StoryVisit, { story, language }: Telling): string[] {
  if (begun >= start || continued) return [];
  const sentence = SENTENCES[start === story.start ? 'begunBefore' : 'begun'][language];
  return [filled(sentence, { date: dateInWords(begun, language) })];
}

function turns({ turns: taken, workflow }: StoryVisit, telling: Telling): string {
  const { language } = telling;
  const told = taken.map((turn) => {
    const { activity, party, seconds, idle } = turn;
    return filled(TURNS[activity][language], {
      duration: inWords(seconds, language),
      party: PARTIES[party][language],
      why: why(turn, workflow, telling),
      idle: idle > 0 ? filled(SENTENCES.idle[language], { duration: inWords(idle, language) }) : '',
    });
  });
  return told.join(', ');
}

/** The cause that somebody named; else what the leaf itself says; else that nobody has said why. */
function why(
  { activity, cause, leaf, start }: StoryTurn,
  workflow: string,
  { names, language }: Telling,
): string {
  const said = cause === null ? names.leaf(workflow, leaf) : names.cause(cause, start);
  if (said === null && activity === 'assigned') return '';
  return filled(SENTENCES.becauseOf[language], { reason: (said ?? SENTENCES.noCause)[language] });
}

function beside({ beside: branches }: StoryVisit, { names, language }: Telling): string[] {
  if (branches.length === 0) return [];
  const told = branches.map((branch) =>
    filled(BRANCH_ENDS[branch.end][language], {
      branch: nameOf(branch, names, language),
      earlier: branch.earlier === null ? '' : inWords(branch.earlier, language),
      date: branch.ended === null ? '' : dateInWords(branch.ended, language),
    }),
  );
  return [filled(SENTENCES.beside[language], { branches: told.join('; ') })];
}

function nameOf({ stages, workflow, holder }: StoryBranch, names: StoryNames, language: Language): string {
  const named = stages.map((stage) => names.stage(workflow, stage)[language]);
  return `${listed(named, language)}${atHolder(holder, language)}`;
}

function without(visit: StoryVisit, telling: Telling): string {
  const { removable } = visit;
  const { story, language } = telling;
  const open = story.outcome === null;
  const gain = removable > 0 ? 'without' : 'withoutGain';
  return filled(SENTENCES[open ? (`${gain}Open` as const) : gain][language], {
    duration: inWords(removable, language),
    limit: limit(visit, telling),
  });
}

/** What would have come in its place: where one of the branches beside it was so much earlier, that one. */
function limit({ removable, limitedBy, beside: branches }: StoryVisit, { names, language }: Telling): string {
  if (limitedBy === null) return '';
  if (removable === 0) return LIMITS[limitedBy][language];
  const next = branches.find(({ earlier }) => earlier === removable);
  const branch = next === undefined ? SENTENCES.anotherBranch[language] : nameOf(next, names, language);
  return filled(SENTENCES.limitOfSome[language], { branch });
}

function provisional(visit: StoryVisit, { language }: Telling): string[] {
  if (!visit.provisional) return [];
  const contested = visit.beside.some(({ end }) => end === 'still-running' || end === 'later-on-path');
  const change = contested ? SENTENCES.provisionalChange[language] : '';
  return [filled(SENTENCES.provisional[language], { change })];
}
