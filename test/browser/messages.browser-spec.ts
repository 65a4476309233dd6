import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility';
import { inBothLights } from './support/pictures';
import { windows } from './support/window-of';

const WORDS = {
  sv: {
    ...{ begin: /^Ny: /, messages: 'Meddelanden', write: 'Skriv ett meddelande', send: 'Skicka meddelandet' },
    ...{ sent: 'Meddelandet är skickat.', unread: 'Olästa: 1', read: 'Jag har läst dem' },
    unreadTitle: 'Olästa meddelanden',
  },
  en: {
    ...{ begin: /^New: /, messages: 'Messages', write: 'Write a message', send: 'Send the message' },
    ...{ sent: 'The message is sent.', unread: 'Unread: 1', read: 'I have read these' },
    unreadTitle: 'Unread messages',
  },
};

const someone = windows();

/** A new draft's own page. */
async function caseOf(page: Page, begin: RegExp): Promise<string> {
  await page.getByRole('button', { name: begin }).click();
  await page.waitForURL(/applications\//);
  const id = /applications\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  await page.goto(new URL(`/cases/${id}`, page.url()).href);
  return `/cases/${id}`;
}

describe.each(['sv', 'en'] as const)('messages of a case in %s', (language) => {
  const words = WORDS[language];

  it('go from the applicant to the officer, who reads and answers them by keyboard', async () => {
    const applicant = await someone({ language, width: language === 'sv' ? 390 : 1440 });
    await applicant.signIn('alva');
    const path = await caseOf(applicant.page, words.begin);
    await applicant.page.getByLabel(words.write).fill('When may I expect an answer?');
    await applicant.page.getByRole('button', { name: words.send }).press('Enter');
    await applicant.page.getByText(words.sent).waitFor();

    const officer = await someone({ language });
    await officer.signIn('cecilia', path);
    const section = officer.page.getByRole('region', { name: words.messages });
    await section.getByText(words.unread).waitFor();
    expect(await violationsOn(officer.page)).toEqual([]);
    await section.getByRole('button', { name: words.read }).press('Enter');
    await section.getByText(words.unread).waitFor({ state: 'hidden' });
    await officer.page.getByLabel(words.write).fill('Within two weeks.\nWe will write.');
    await officer.page.getByRole('button', { name: words.send }).press('Enter');
    await section.getByText('Within two weeks.').waitFor();

    await applicant.page.goto(new URL('/', applicant.page.url()).href);
    const news = applicant.page.getByRole('region', { name: words.unreadTitle }).getByRole('link').first();
    await news.waitFor();
    await inBothLights(applicant.page, `unread-${language}`, true);
    await news.click();
    await applicant.page.getByText(words.unread).waitFor();
    await inBothLights(applicant.page, `messages-${language}`, true);
  });
});

it('keep what is typed on other pages and without a network, and are sent once', async () => {
  const words = WORDS.en;
  const person = await someone();
  await person.signIn('alva');
  await caseOf(person.page, words.begin);
  const field = person.page.getByLabel(words.write);
  await field.fill('Typed and not sent.');
  await person.page.getByRole('link', { name: 'My cases' }).first().click();
  await person.page.getByRole('heading', { name: 'My cases' }).waitFor();
  await person.page.goBack();
  await field.waitFor();
  expect(await field.inputValue()).toBe('Typed and not sent.');
  await person.context.setOffline(true);
  await person.page.getByRole('button', { name: words.send }).click();
  const section = person.page.getByRole('region', { name: words.messages });
  await section.getByRole('alert').waitFor();
  expect(await field.inputValue()).toBe('Typed and not sent.');
  await person.context.setOffline(false);
  await person.page.getByRole('button', { name: words.send }).click();
  await person.page.getByText(words.sent).waitFor();
  await section.getByRole('listitem').waitFor();
  expect(await section.getByRole('listitem').count()).toBe(1);
  person.faults.length = 0;
});
