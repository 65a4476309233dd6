import type { Page } from 'playwright-core';
import { violationsOn } from './support/accessibility';
import { inBothLights } from './support/pictures';
import { windows } from './support/window-of';

const WORDS = {
  sv: {
    ...{ title: 'Var ditt ärende är', here: /här är det nu$/, since: /sedan .* dagar hittills\.$/ },
    ...{ usual: 'Vad ärenden som ditt har tagit', ask: /Uppge diarienummer \d{4}-\d+/ },
  },
  en: {
    ...{ title: 'Where your case is', here: /here it is now$/, since: /since .* days so far\.$/ },
    ...{ usual: 'What cases like yours took', ask: /Say case number \d{4}-\d+/ },
  },
};

const someone = windows();

/** The id of a case of whoever is signed in that has been submitted and has not ended. */
function underWay(page: Page): Promise<string> {
  return page.evaluate<string>(`(async () => {
    const { items } = await (await fetch(new URL('api/v1/cases?limit=100', document.baseURI))).json();
    return items.find(({ registrationNumber, outcome, stages }) => registrationNumber && !outcome && stages.length > 0).id;
  })()`);
}

it.each(['sv', 'en'] as const)(
  'tells an applicant where the case is, why, and what is usual, in %s',
  async (language) => {
    const words = WORDS[language];
    const person = await someone({ language, width: language === 'sv' ? 1440 : 390 });
    const { page } = person;
    await person.signIn('alva', '/cases');
    await page.goto(new URL(`/cases/${await underWay(page)}`, page.url()).href);
    const progress = page.getByRole('region', { name: words.title });
    await progress.getByText(words.here).first().waitFor();
    await progress.getByText(words.since).first().waitFor();
    await progress.getByText(words.ask).waitFor();
    await progress.getByRole('heading', { name: words.usual }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await inBothLights(page, `progress-${language}`, false);
  },
);
