import { loadSamples } from '@ledtid/workflows';
import { type ApiStory, PEOPLE } from './api-story';
import { person } from './running-api';

const { anna, olle, lisa, dan, berit } = PEOPLE;

/** The people of the two data holders, and of the environment. */
export const SURROUNDINGS = {
  ines: person('ines', ['data_holder'], ['region-norr']),
  johan: person('johan', ['data_holder'], ['registry-hjarta']),
  karin: person('karin', ['environment_operator']),
} as const;

const FORM = loadSamples('access-application').form ?? {};
const DATASETS = ['hospital-visits', 'heart-registry'];

/** Ids of an application and of all that it opened, by workflow, and of a release by its holder. */
export interface GrantedCase {
  readonly id: string;
  readonly permit: string;
  readonly inquiries: Readonly<Record<string, string>>;
  readonly releases: Readonly<Record<string, string>>;
}

/** What is said in free text on the way. */
export interface SaidTexts {
  readonly form: object;
  readonly question: string;
  /** By data holder. */
  readonly answers: Readonly<Record<string, string>>;
}

const USUAL: SaidTexts = { form: FORM, question: 'Can you?', answers: {} };

/** Anna’s application, granted and accepted, so that its inquiries, releases and permit are there. */
export async function grantedCase(story: ApiStory, said: SaidTexts = USUAL): Promise<GrantedCase> {
  const id = await story.draft('access-application', said.form);
  await story.must(id, 'SUBMIT', anna);
  await story.must(id, 'CLAIM', olle, { stage: 'prequalification' });
  await story.must(id, 'FINISH_PREQUALIFICATION', olle);
  await review(story, id, said);
  await story.must(id, 'CLAIM', berit, { stage: 'decision' });
  await story.must(id, 'GRANT', berit, { datasets: DATASETS, extent: 'full', permitDays: 365 });
  const { children } = await story.must(id, 'ACCEPT', anna);
  const of = (workflow: string) =>
    Object.fromEntries(
      children.filter((child) => child.workflow === workflow).map((child) => [child.holder, child.id]),
    );
  return {
    id,
    permit: children.find(({ workflow }) => workflow === 'permit')?.id ?? '',
    inquiries: of('feasibility-inquiry'),
    releases: of('release'),
  };
}

async function review(story: ApiStory, id: string, { question, answers }: SaidTexts): Promise<void> {
  await story.must(id, 'RECORD_ETHICS', olle, {
    ...{ authority: 'EPM', registrationNumber: '2026-01234-01', kind: 'original' },
    ...{ decidedOn: '2026-02-20', outcome: 'approved', datasets: DATASETS },
  });
  await story.must(id, 'CLAIM', lisa, { stage: 'legal-review' });
  const datasets = DATASETS.map((dataset) => ({ dataset, recommended: true, ethics: 'covered' }));
  await story.must(id, 'FINISH_LEGAL_REVIEW', lisa, { datasets });
  await story.must(id, 'CLAIM', dan, { stage: 'technical-feasibility' });
  const { children } = await story.must(id, 'ASK_HOLDERS', dan, { question });
  for (const { id: inquiry, holder } of children) {
    const feasible = holder === 'region-norr' ? ['hospital-visits'] : ['heart-registry'];
    const who = holder === 'region-norr' ? SURROUNDINGS.ines : SURROUNDINGS.johan;
    const answer = answers[holder];
    await story.must(inquiry, 'ANSWER_INQUIRY', who, {
      feasible,
      ...(answer === undefined ? {} : { answer }),
    });
  }
  await story.must(id, 'FINISH_TECHNICAL_REVIEW', dan, { feasible: DATASETS });
}
