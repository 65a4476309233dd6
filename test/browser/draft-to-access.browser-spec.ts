import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility';
import { type Deed, Desk } from './support/desk';
import { type Answers, fillIn } from './support/fill-in';
import { tabTo } from './support/keyboard';
import type { Language } from './support/person';
import { picture } from './support/pictures';
import { stageLabel, workflowName } from './support/said';
import { windows } from './support/window-of';

const WORDS = {
  sv: {
    ...{ begin: /^Ny: /, add: /^Lägg till: /, known: /^En för varje /, saved: /^Sparat/ },
    ...{ toCase: 'Till ärendet', ended: 'Avslutat: ' },
  },
  en: {
    ...{ begin: /^New: /, add: /^Add: /, known: /^One for each /, saved: /^Saved/ },
    ...{ toCase: 'To the case', ended: 'Ended: ' },
  },
};

const CASE = 'access-application';
const INQUIRY = 'feasibility-inquiry';
const RELEASE = 'release';
const DATASETS = ['patients', 'heart-events'];

/** What the form asks everybody for, by the sections in which it stands. */
const FORM: readonly (readonly [section: string, answers: Answers, lists: number])[] = [
  [
    '1',
    {
      ...{ 'datasets.0.dataset': 'patients', 'datasets.0.holder': 'region-norr', 'datasets.0.track': 'ehds' },
      ...{ 'datasets.0.variables': 'age\nsex', 'datasets.1.dataset': 'heart-events' },
      ...{ 'datasets.1.holder': 'registry-hjarta', 'datasets.1.track': 'osl' },
      ...{ 'datasets.1.variables': 'event_on\nevent', 'datasets.1.population.sameAs': 'patients' },
    },
    2,
  ],
  ['2', { purposes: ['53-1-e'] }, 0],
  [
    '3',
    {
      ...{ 'applicant.personKind': 'legal', 'applicant.fullName': 'University North' },
      ...{ 'applicant.country': 'SE', 'applicant.functions': 'Research' },
      ...{ 'contact.fullName': 'Alva Lind', 'contact.email': 'alva@example.org' },
    },
    0,
  ],
  ['5', { aim: 'To know', expectedBenefit: 'To treat', format: 'anonymised' }, 0],
  [
    '8',
    {
      ...{
        environmentRequirements: 'R',
        accessPeriod: 'A year',
        safeguards: 'Two people',
        lawfulBasis: '6-1-e',
      },
      ...{ 'authorisedPersons.0.fullName': 'A', 'authorisedPersons.0.email': 'a@example.org' },
    },
    1,
  ],
  ['10', { confirmsCorrect: true }, 0],
];

const someone = windows();

async function apply(page: Page, language: Language, projectName: string): Promise<void> {
  const words = WORDS[language];
  await page.getByRole('button', { name: words.begin }).click();
  for (const [section, answers, lists] of FORM) {
    await page.locator(`nav a[href$="/${section}"]`).click();
    for (let item = 0; item < lists; item += 1) await page.getByRole('button', { name: words.add }).click();
    const all = section === '2' ? { ...answers, projectName } : answers;
    await fillIn(page, 'application', all);
  }
  await page.getByText(words.saved).waitFor();
  await page.getByRole('link', { name: words.toCase }).click();
}

/** Nine people, each in a window of their own, of whom nobody touches anything but pages. */
describe.each(['sv', 'en'] as const)('a case in %s', (language) => {
  const words = WORDS[language];
  let number = '';

  async function at(subject: string): Promise<Desk> {
    const person = await someone({ language });
    await person.signIn(subject, '/work');
    return new Desk(person, language);
  }

  /** From the list of what there is to do to a part of the case, or to its whole. */
  async function find({ page }: Desk, workflow?: string, holder?: string): Promise<void> {
    const name = [number, ...(workflow === undefined ? [] : [workflowName(workflow, language), holder])];
    const link = page.getByRole('main').getByRole('link', { name: name.join(' · '), exact: true });
    await page.goto(new URL('/work', page.url()).href);
    await link.first().click();
  }

  const of = (type: string, stage?: string): Deed => ({ workflow: CASE, type, ...(stage && { stage }) });
  const inRelease = (type: string, stage?: string): Deed => ({ ...of(type, stage), workflow: RELEASE });
  const standing = (page: Page, stage: string) =>
    page.getByRole('heading', { name: stageLabel(RELEASE, stage, language), level: 3 });

  async function applied(): Promise<Desk> {
    const alva = await at('alva');
    const { page } = alva;
    await page.goto(new URL('/', page.url()).href);
    await apply(page, language, `Heart, ${language} ${process.pid}`);
    const approval = {
      ...{ authority: 'EPM', registrationNumber: '2026-01234-01', kind: 'original', outcome: 'approved' },
      ...{ decidedOn: '2026-01-20', datasets: DATASETS },
    };
    await alva.does(of('RECORD_ETHICS'), approval);
    await alva.does(of('SUBMIT'));
    const head = page.getByText(new RegExp(`^${workflowName(CASE, language)} · `));
    number = /\d{4}-\d{5}/.exec((await head.textContent()) ?? '')?.[0] ?? '';
    return alva;
  }

  async function legallyReviewed(): Promise<void> {
    const cecilia = await at('cecilia');
    await find(cecilia);
    await cecilia.doesAtOnce(of('CLAIM', 'prequalification'));
    await cecilia.does(of('FINISH_PREQUALIFICATION'));

    const hanna = await at('hanna');
    await find(hanna);
    await hanna.doesAtOnce(of('CLAIM', 'legal-review'));
    const assessments = DATASETS.flatMap((_, place) => [
      [`datasets.${place}.recommended`, true],
      [`datasets.${place}.ethics`, 'covered'],
    ]);
    await hanna.does(of('FINISH_LEGAL_REVIEW'), Object.fromEntries(assessments) as Answers, () =>
      hanna.page.getByRole('button', { name: words.known }).click(),
    );
  }

  async function technicallyReviewed(ines: Desk, johan: Desk): Promise<void> {
    const farid = await at('farid');
    await find(farid);
    await farid.doesAtOnce(of('CLAIM', 'technical-feasibility'));
    await farid.does(of('ASK_HOLDERS'), { question: 'Can you?' });
    for (const [desk, holder, dataset] of [
      [ines, 'region-norr', 'patients'],
      [johan, 'registry-hjarta', 'heart-events'],
    ] as const) {
      await find(desk, INQUIRY, holder);
      await desk.does({ workflow: INQUIRY, type: 'ANSWER_INQUIRY' }, { feasible: [dataset] });
    }
    await find(farid);
    await farid.does(of('FINISH_TECHNICAL_REVIEW'), { feasible: DATASETS });
  }

  async function decided(alva: Desk): Promise<void> {
    const gunilla = await at('gunilla');
    await find(gunilla);
    await gunilla.doesAtOnce(of('CLAIM', 'decision'));
    await gunilla.does(of('GRANT'), { datasets: DATASETS, extent: 'full', permitDays: '730' });
    await alva.page.reload();
    await alva.does(of('ACCEPT'));
  }

  async function released(ines: Desk, johan: Desk): Promise<void> {
    await find(johan, RELEASE, 'registry-hjarta');
    await johan.doesAtOnce(inRelease('CLAIM', 'secrecy-review'));
    await johan.does(inRelease('RELEASE_DECIDED'), { outcome: 'release' });
    await find(ines, RELEASE, 'region-norr');
    await ines.doesAtOnce(inRelease('CLAIM', 'extraction'));
    expect(await violationsOn(ines.page)).toEqual([]);
    await picture(ines.page, `release-holder-${language}`);
    await ines.does(inRelease('EXTRACT'));

    // Ages and sexes of few people are findings of the disclosure check; events alone are none.
    await standing(ines.page, 'pseudonymisation').waitFor({ timeout: 40_000 });
    const lars = await at('lars');
    await find(lars, RELEASE, 'region-norr');
    await lars.does(inRelease('RELEASE_FINDINGS'), { reason: 'Nothing leaves the environment.' });
    await standing(lars.page, 'access').waitFor({ timeout: 40_000 });
    await find(johan, RELEASE, 'registry-hjarta');
    await johan.doesAtOnce(inRelease('CLAIM', 'extraction'));
    await johan.does(inRelease('EXTRACT'));
    await standing(johan.page, 'access').waitFor({ timeout: 40_000 });
  }

  async function openedByKeyboard(): Promise<void> {
    const person = await someone({ language });
    await person.signIn('karin', '/work');
    const karin = new Desk(person, language, (target) => tabTo(person.page, target));
    for (const holder of ['region-norr', 'registry-hjarta']) {
      await person.page.goto(new URL('/work', person.page.url()).href);
      const name = [number, workflowName(RELEASE, language), holder].join(' · ');
      await tabTo(person.page, person.page.getByRole('link', { name, exact: true }).first());
      await karin.does(inRelease('CONFIRM_RECEIPT'));
      await karin.doesAtOnce(inRelease('CLAIM', 'access'));
      await karin.does(inRelease('OPEN_ACCESS'));
    }
  }

  it('goes from draft to access, touching nothing but the pages', async () => {
    const alva = await applied();
    await legallyReviewed();
    const [ines, johan] = [await at('ines'), await at('johan')];
    await technicallyReviewed(ines, johan);
    await decided(alva);
    await released(ines, johan);
    await openedByKeyboard();
    await alva.page.reload();
    await alva.page.getByText(words.ended).waitFor();
    expect(await violationsOn(alva.page)).toEqual([]);
    await picture(alva.page, `case-ended-${language}`);
  }, 180_000);
});
