import type { Page } from 'playwright-core';

/** What is put into fields, by their path: text or a choice, `true` or `false`, or what is ticked. */
export type Answers = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Fills in fields of the form of that id as a person does, whatever kind each is of. */
export async function fillIn(page: Page, form: string, answers: Answers): Promise<void> {
  for (const [path, answer] of Object.entries(answers)) {
    const field = page.locator(`[id="${form}-${path}"]`);
    await field.waitFor();
    if (typeof answer === 'boolean') await field.locator(`input[value="${String(answer)}"]`).check();
    else if (typeof answer !== 'string')
      for (const value of answer) await field.locator(`input[value="${value}"]`).check();
    else if ((await field.and(page.locator('select')).count()) > 0) await field.selectOption(answer);
    else await field.fill(answer);
  }
}
