import type { Activity, Party } from '@ledtid/time';
import type { Text } from '@ledtid/workflow';
import type { StoryBranch, StoryVisit } from './case-story';

/** Whose turn it is, in the middle of a sentence. */
export const PARTIES: Record<Party, Text> = {
  hdab: { sv: 'organet', en: 'the body' },
  applicant: { sv: 'sökanden', en: 'the applicant' },
  holder: { sv: 'datainnehavaren', en: 'the data holder' },
  ethics: { sv: 'etikprövningen', en: 'the ethics review' },
  environment: { sv: 'behandlingsmiljön', en: 'the processing environment' },
  user: { sv: 'hälsodataanvändaren', en: 'the data user' },
};

export const TURNS: Record<Activity, Text> = {
  waiting: { sv: 'väntade {duration} på {party}{why}', en: 'waited {duration} for {party}{why}' },
  assigned: { sv: 'hos {party} {duration}{why}{idle}', en: 'with {party} for {duration}{why}{idle}' },
  paused: {
    sv: 'stod stilla {duration} i väntan på {party}{why}',
    en: 'stood still {duration} for {party}{why}',
  },
};

export const BRANCH_ENDS: Record<StoryBranch['end'], Text> = {
  earlier: {
    sv: '{branch}, klart {earlier} före det sista',
    en: '{branch}, done {earlier} before the last one',
  },
  done: { sv: '{branch}, klart {date}', en: '{branch}, done on {date}' },
  'same-moment': { sv: '{branch}, klart i samma stund', en: '{branch}, done at the same moment' },
  'later-on-path': {
    sv: '{branch}, som väntade på detta',
    en: '{branch}, which waited for this',
  },
  'still-running': { sv: '{branch}, inte klart än', en: '{branch}, not done yet' },
};

export const LIMITS: Record<NonNullable<StoryVisit['limitedBy']>, Text> = {
  'another-branch': {
    sv: ': då hade en annan gren tagit dess plats',
    en: ': another branch would have taken its place',
  },
  'later-beginning': {
    sv: ': det som kom sedan väntade inte på detta',
    en: ': what came next did not wait for it',
  },
};

/** Milestones by their key. */
export const MILESTONES: Record<string, Text> = {
  submitted: { sv: 'inlämnad', en: 'submitted' },
  'ethics-original': { sv: 'ursprungligt etikgodkännande', en: 'original ethics approval' },
  'ethics-covering': {
    sv: 'etikgodkännande som täcker alla dataset',
    en: 'ethics approval that covers all datasets',
  },
  'ethics-not-needed': { sv: 'etikgodkännande behövs inte', en: 'no ethics approval needed' },
  permit: { sv: 'datatillstånd', en: 'data permit' },
  accepted: { sv: 'beslutet godtaget', en: 'decision accepted' },
  receipt: { sv: 'paketet kvitterat av behandlingsmiljön', en: 'package received by the environment' },
  access: { sv: 'åtkomst öppnad', en: 'access opened' },
};

export const SENTENCES = {
  caseName: { sv: 'Ärende {id}', en: 'Case {id}' },
  closedCase: {
    sv: '{name}: {duration} {clock}, {dates}. Utfall: {outcome}.',
    en: '{name}: {duration} {clock}, {dates}. Outcome: {outcome}.',
  },
  openCase: {
    sv: '{name}: {duration} hittills {clock}, {dates}. Ärendet är öppet.',
    en: '{name}: {duration} so far {clock}, {dates}. The case is open.',
  },
  'lead-time': { sv: 'från första inlämning', en: 'from first submission' },
  'after-ethics': { sv: 'efter etikgodkännande', en: 'after ethics approval' },
  ethicsToSubmission: {
    sv: 'Etikgodkännandet kom {duration} före inlämningen. Den tiden står för sig och ingår inte nedan.',
    en: 'Ethics approval came {duration} before submission. That time stands apart and is no part of what follows.',
  },
  submissionToEthics: {
    sv: 'Inlämningen kom {duration} före etikgodkännandet. Den tiden står för sig och ingår inte nedan.',
    en: 'Submission came {duration} before ethics approval. That time stands apart and is no part of what follows.',
  },
  visit: {
    sv: '{number}. {stage}{holder}{round}: {duration}, {dates}.',
    en: '{number}. {stage}{holder}{round}: {duration}, {dates}.',
  },
  nobody: { sv: 'Ingens tid', en: 'Nobody’s time' },
  nobodyExplained: {
    sv: 'Inget steg pågick: tiden hör inte till någon part.',
    en: 'No stage was under way: the time belongs to no party.',
  },
  atHolder: { sv: ' hos {holder}', en: ' at {holder}' },
  round: { sv: ', besök {round}', en: ', visit {round}' },
  continued: { sv: ', fortsättning', en: ', continued' },
  begun: {
    sv: 'Steget började {date}; dessförinnan låg den kritiska vägen någon annanstans.',
    en: 'The stage began on {date}; until here the critical path lay elsewhere.',
  },
  begunBefore: {
    sv: 'Steget började {date}, innan klockan började.',
    en: 'The stage began on {date}, before the clock did.',
  },
  stillOpen: { sv: 'Pågår.', en: 'Still under way.' },
  becauseOf: { sv: ' ({reason})', en: ' ({reason})' },
  noCause: { sv: 'ingen orsak angiven', en: 'no cause given' },
  idle: {
    sv: ', varav {duration} då inget hade hänt på över fem arbetsdagar',
    en: ', for {duration} of which nothing had happened for over five working days',
  },
  beside: { sv: 'Samtidigt: {branches}.', en: 'Meanwhile: {branches}.' },
  without: {
    sv: 'Utan detta hade ärendet slutat {duration} tidigare{limit}.',
    en: 'Without it the case would have ended {duration} earlier{limit}.',
  },
  withoutOpen: {
    sv: 'Utan detta hade ärendet nu kommit {duration} längre{limit}.',
    en: 'Without it the case would have come {duration} further by now{limit}.',
  },
  withoutGain: {
    sv: 'Utan detta hade ärendet inte slutat tidigare{limit}.',
    en: 'Without it the case would have ended no earlier{limit}.',
  },
  withoutGainOpen: {
    sv: 'Utan detta hade ärendet inte kommit längre{limit}.',
    en: 'Without it the case would have come no further{limit}.',
  },
  limitOfSome: {
    sv: '; sedan hade {branch} varit sist',
    en: '; {branch} would then have been the last',
  },
  anotherBranch: { sv: 'en annan gren', en: 'another branch' },
  provisional: {
    sv: 'Preliminärt: grenarna har inte mötts än{change}.',
    en: 'Provisional: the branches have not met yet{change}.',
  },
  provisionalChange: {
    sv: ', och tiden kan komma att räknas till en annan av dem',
    en: ', and the time may come to count as that of another of them',
  },
  milestones: { sv: 'Milstolpar: {milestones}.', en: 'Milestones: {milestones}.' },
  milestone: { sv: '{milestone}{holder} {date} ({after})', en: '{milestone}{holder} on {date} ({after})' },
  after: { sv: 'efter {duration}', en: 'after {duration}' },
  ahead: { sv: '{duration} före', en: '{duration} before' },
  atStart: { sv: 'där klockan börjar', en: 'where the clock starts' },
  under: { sv: 'under {duration}', en: 'under {duration}' },
  sum: { sv: 'Summa: {parts} = {whole}.', en: 'Sum: {parts} = {whole}.' },
} as const satisfies Record<string, Text>;

/** One, and more than one. */
export const UNITS = {
  day: { sv: ['dag', 'dagar'], en: ['day', 'days'] },
  workingDay: { sv: ['arbetsdag', 'arbetsdagar'], en: ['working day', 'working days'] },
  hour: { sv: ['timme', 'timmar'], en: ['hour', 'hours'] },
  minute: { sv: ['minut', 'minuter'], en: ['minute', 'minutes'] },
  second: { sv: ['sekund', 'sekunder'], en: ['second', 'seconds'] },
} as const satisfies Record<string, Record<keyof Text, readonly [string, string]>>;
