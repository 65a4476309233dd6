import type { Locator, Page } from 'playwright-core';
import { type Answers, fillIn } from './fill-in';
import type { Language, Person } from './person';
import { eventLabel, stageLabel } from './said';

const WORDS = {
  sv: { actions: 'Vad du kan göra nu', send: 'Skicka', done: 'Klart' },
  en: { actions: 'What you can do now', send: 'Send', done: 'Done' },
};

/** An event of a workflow, in a stage where several stages share it. */
export interface Deed {
  readonly workflow: string;
  readonly type: string;
  readonly stage?: string;
}

/** How a deed is done: by mouse, or by keyboard alone. */
export type Press = (target: Locator) => Promise<void>;

const click: Press = (target) => target.click();

/** Somebody at work on the page of a case, in one language. */
export class Desk {
  readonly page: Page;

  constructor(
    person: Person,
    private readonly language: Language,
    private readonly press: Press = click,
  ) {
    this.page = person.page;
  }

  /** Does what the case offers under that name, fills in what it asks for, and waits until it is done. */
  async does(deed: Deed, answers: Answers = {}, before?: () => Promise<void>): Promise<void> {
    const { send, done } = WORDS[this.language];
    const label = this.labelOf(deed);
    const button = this.actions.getByRole('button', { name: label, exact: true });
    await this.press(button);
    await before?.();
    await fillIn(this.page, `${deed.type}-${deed.stage ?? ''}`, answers);
    await this.press(this.actions.getByRole('button', { name: `${send}: ${label}` }));
    await this.page.getByText(`${done}: ${label}`).waitFor();
  }

  /** The same of what is done by one press. */
  async doesAtOnce(deed: Deed): Promise<void> {
    const label = this.labelOf(deed);
    await this.press(this.actions.getByRole('button', { name: label, exact: true }));
    await this.page.getByText(`${WORDS[this.language].done}: ${label}`).waitFor();
  }

  get actions(): Locator {
    return this.page.getByRole('region', { name: WORDS[this.language].actions });
  }

  private labelOf({ workflow, type, stage }: Deed): string {
    const label = eventLabel(workflow, type, this.language);
    return stage === undefined ? label : `${label}: ${stageLabel(workflow, stage, this.language)}`;
  }
}
