import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility';
import type { Person } from './support/person';
import { picture } from './support/pictures';
import { windows } from './support/window-of';

const WORDS = {
  sv: {
    ...{
      begin: /^Ny: /,
      add: /^Lägg till: /,
      submit: 'Lämna in ansökan',
      send: /^Skicka: /,
      done: /^Klart: /,
    },
    ...{ review: 'Se över och lämna in', saved: /^Sparat/, ready: 'Allt som efterfrågas är ifyllt.' },
    ...{ finish: 'Avsluta förgranskningen', mine: 'Handläggs av dig', claim: /^Ta / },
  },
  en: {
    ...{ begin: /^New: /, add: /^Add: /, submit: 'Submit the application', send: /^Send: /, done: /^Done: / },
    ...{
      review: 'Look through and submit',
      saved: /^Saved/,
      ready: 'Everything that is asked for is filled in.',
    },
    ...{ finish: 'Finish prequalification', mine: 'Handled by you', claim: /^Claim / },
  },
};

const someone = windows();

const field = (page: Page, path: string) => page.locator(`[id="application-${path}"]`);

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, value] of Object.entries(values)) {
    const asked = field(page, path);
    await asked.waitFor();
    if ((await asked.and(page.locator('select')).count()) > 0) await asked.selectOption(value);
    else await asked.fill(value);
  }
}

const sectionOf = (page: Page, key: string) => page.locator(`nav a[href$="/${key}"]`).click();

/** Begins an application and gives its address. */
async function begin({ page }: Person, words: (typeof WORDS)['en']): Promise<string> {
  await page.getByRole('button', { name: words.begin }).click();
  await page.waitForURL(/applications\//);
  await page.getByRole('button', { name: words.add }).waitFor();
  return page.url();
}

/** Everything that the form asks everybody for, in the order of its sections. */
async function fillIn(page: Page, words: (typeof WORDS)['en'], name: string): Promise<void> {
  await page.getByRole('button', { name: words.add }).click();
  const dataset = {
    dataset: 'hospital-visits',
    holder: 'region-norr',
    track: 'ehds',
    variables: 'visit_date',
  };
  const paths = Object.entries(dataset).map(([path, value]) => [`datasets.0.${path}`, value]);
  await fill(page, Object.fromEntries(paths) as Record<string, string>);
  await sectionOf(page, '2');
  await fill(page, { projectName: name });
  await field(page, 'purposes').getByRole('checkbox').last().check();
  await sectionOf(page, '3');
  await fill(page, {
    ...{
      'applicant.personKind': 'legal',
      'applicant.fullName': 'University North',
      'applicant.country': 'SE',
    },
    ...{ 'applicant.functions': 'Research', 'contact.fullName': 'A', 'contact.email': 'a@example.org' },
  });
  await sectionOf(page, '5');
  await fill(page, { aim: 'To know', expectedBenefit: 'To treat', format: 'anonymised' });
  await sectionOf(page, '8');
  await fill(page, { environmentRequirements: 'R', accessPeriod: 'A year', safeguards: 'Two people' });
  await page.getByRole('button', { name: words.add }).click();
  const person = { 'authorisedPersons.0.fullName': 'A', 'authorisedPersons.0.email': 'a@example.org' };
  await fill(page, { ...person, lawfulBasis: '6-1-e' });
  await sectionOf(page, '10');
  await field(page, 'confirmsCorrect').getByRole('radio').first().check();
}

describe.each(['sv', 'en'] as const)('an application in %s', (language) => {
  const words = WORDS[language] as (typeof WORDS)['en'];

  it('goes from draft to an officer, who claims it by keyboard and moves it on', async () => {
    const name = `Heart disease in ${language} ${process.pid}`;
    const applicant = await someone({ language });
    await applicant.signIn('alva');
    await begin(applicant, words);
    await fillIn(applicant.page, words, name);
    await sectionOf(applicant.page, 'review');
    await applicant.page.getByText(words.ready).waitFor();
    expect(await violationsOn(applicant.page)).toEqual([]);
    await applicant.page.getByRole('button', { name: words.submit }).click();
    await applicant.page.getByRole('button', { name: words.send }).click();
    await applicant.page.getByText(words.done).waitFor();
    await applicant.page
      .getByRole('link', { name: language === 'sv' ? 'Till ärendet' : 'To the case' })
      .click();
    const officer = await someone({ language });
    await officer.signIn('cecilia', new URL(applicant.page.url()).pathname);
    await officer.page.getByRole('heading', { name, level: 1 }).waitFor();
    await officer.page.getByRole('button', { name: /^(Ta ärendet|Claim)/ }).press('Enter');
    await officer.page.getByText(words.mine).waitFor();
    await officer.page.getByRole('button', { name: words.finish }).press('Enter');
    await officer.page.getByRole('button', { name: words.send }).press('Enter');
    await officer.page.getByText(words.done).waitFor();
    // The form that had the focus is gone.
    await officer.page.locator('main :focus').waitFor();
    expect(await violationsOn(officer.page)).toEqual([]);
    await picture(officer.page, `case-${language}`);
  });
});

it('loses nothing typed when the network drops, and saves it when it is back', async () => {
  const person = await someone();
  await person.signIn('alva');
  await begin(person, WORDS.en);
  await sectionOf(person.page, '2');
  await person.context.setOffline(true);
  await fill(person.page, { projectName: 'Typed without a network' });
  await person.page.getByText('No connection.').waitFor();
  await person.context.setOffline(false);
  await person.page.getByText(WORDS.en.saved).waitFor();
  await person.page.reload();
  expect(await field(person.page, 'projectName').inputValue()).toBe('Typed without a network');
  person.faults.length = 0;
});

it('merges what two windows change apart, and lets the person choose where they meet', async () => {
  const [one, other] = [await someone(), await someone()];
  await one.signIn('alva');
  const address = await begin(one, WORDS.en);
  await other.signIn('alva', `${new URL(address).pathname}/2`);
  await field(other.page, 'projectName').waitFor();
  await sectionOf(one.page, '2');
  await fill(one.page, { projectName: 'Mine', projectLeader: 'Leader' });
  await one.page.getByText(WORDS.en.saved).waitFor();
  await fill(other.page, { projectName: 'Theirs', domicile: 'SE' });
  const conflict = other.page.getByRole('alert').filter({ hasText: 'changed elsewhere' });
  await conflict.waitFor();
  expect(await violationsOn(other.page)).toEqual([]);
  await other.page.getByRole('button', { name: 'Keep what I typed' }).click();
  await other.page.getByText(WORDS.en.saved).waitFor();
  await other.page.reload();
  expect(await field(other.page, 'projectName').inputValue()).toBe('Theirs');
  expect(await field(other.page, 'projectLeader').inputValue()).toBe('Leader');
  expect(await field(other.page, 'domicile').inputValue()).toBe('SE');
});
