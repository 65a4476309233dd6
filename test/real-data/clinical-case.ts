import type { Selection } from '@ledtid/release';
import type { CaseOverHttp } from '../support/case-over-http';
import { HOLDERS } from './clinical-permit';

/** An application for what a selection names: holder one on the EHDS track, holder two on the OSL track. */
export function applicationOf(selection: Selection): { datasets: { dataset: string; holder: string }[] } {
  const datasets = selection.datasets.map((selected) => ({
    ...selected,
    track: selected.holder === HOLDERS.one ? 'ehds' : 'osl',
  }));
  return { datasets };
}

/** The part of a selection that needs nothing of holder two. */
export function withOneHolder(selection: Selection): Selection {
  return { ...selection, datasets: selection.datasets.filter(({ holder }) => holder === HOLDERS.one) };
}

const HOLDERS_STAFF = { [HOLDERS.one]: 'data_holder:ines', [HOLDERS.two]: 'data_holder:johan' } as const;

/** From the draft to the accepted permit, everything granted. Gives the application's id. */
export async function toPermit(
  people: CaseOverHttp,
  form: ReturnType<typeof applicationOf>,
): Promise<string> {
  const id = await people.drafted(form);
  const datasets = form.datasets.map(({ dataset }) => dataset);
  const ethics = {
    authority: 'EPM',
    registrationNumber: '2025-04321-01',
    kind: 'original',
    outcome: 'approved',
  };
  await people.does('applicant:alva', id, 'RECORD_ETHICS', { ...ethics, decidedOn: '2025-11-03', datasets });
  await people.does('applicant:alva', id, 'SUBMIT');
  await people.does('case_officer:cecilia', id, 'CLAIM', { stage: 'prequalification' });
  await people.does('case_officer:cecilia', id, 'FINISH_PREQUALIFICATION');
  const assessed = datasets.map((dataset) => ({ dataset, recommended: true, ethics: 'covered' }));
  await people.does('legal_reviewer:eva', id, 'CLAIM', { stage: 'legal-review' });
  await people.does('legal_reviewer:eva', id, 'FINISH_LEGAL_REVIEW', { datasets: assessed });
  await feasible(people, id, form);
  await people.does('decision_maker:gunilla', id, 'CLAIM', { stage: 'decision' });
  const grant = { datasets, extent: 'full', permitDays: 365 };
  await people.does('decision_maker:gunilla', id, 'GRANT', grant);
  await people.does('applicant:alva', id, 'ACCEPT');
  return id;
}

async function feasible(
  people: CaseOverHttp,
  id: string,
  { datasets }: ReturnType<typeof applicationOf>,
): Promise<void> {
  const reviewer = 'technical_reviewer:farid';
  await people.does(reviewer, id, 'CLAIM', { stage: 'technical-feasibility' });
  await people.does(reviewer, id, 'ASK_HOLDERS', { question: 'Can you deliver this?' });
  for (const holder of new Set(datasets.map((entry) => entry.holder))) {
    const staff = HOLDERS_STAFF[holder as keyof typeof HOLDERS_STAFF];
    const own = datasets.filter((entry) => entry.holder === holder).map(({ dataset }) => dataset);
    const inquiry = await people.child(staff, id, 'feasibility-inquiry');
    await people.does(staff, inquiry, 'ANSWER_INQUIRY', { feasible: own });
  }
  const all = datasets.map(({ dataset }) => dataset);
  await people.does(reviewer, id, 'FINISH_TECHNICAL_REVIEW', { feasible: all });
}

/** From the holder's extraction, unless it has been set off, until the first person can open the data. */
export async function toAccess(
  people: CaseOverHttp,
  release: string,
  staff: 'data_holder:ines' | 'data_holder:johan',
): Promise<void> {
  const { state } = await people.read(staff, release);
  if (!state.some((leaf) => leaf.endsWith('.running'))) {
    await people.does(staff, release, 'CLAIM', { stage: 'extraction' });
    await people.does(staff, release, 'EXTRACT');
  }
  const engineer = 'data_engineer:lars';
  const findings = 'pseudonymisation.findings';
  const reached = await people.until(engineer, release, findings, 'access.delivered');
  if (reached === findings) {
    await people.does(engineer, release, 'RELEASE_FINDINGS', {
      reason: 'Looked at; the environment keeps it.',
    });
    await people.until(engineer, release, 'access.delivered');
  }
  const operator = 'environment_operator:karin';
  await people.does(operator, release, 'CONFIRM_RECEIPT');
  await people.does(operator, release, 'CLAIM', { stage: 'access' });
  await people.does(operator, release, 'OPEN_ACCESS');
}
