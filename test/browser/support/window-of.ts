import type { Browser } from 'playwright-core';
import { Person, type PersonOptions, launchBrowser } from './person';

/** Windows of one spec file: opened as asked for, closed after each test, which fails on what went wrong in them. */
export function windows(): (options?: PersonOptions) => Promise<Person> {
  let browser: Browser;
  const people: Person[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const faults = people.flatMap((person) => person.faults);
    await Promise.all(people.splice(0).map((person) => person.close()));
    expect(faults).toEqual([]);
  });
  return async (options) => {
    const person = await Person.open(browser, options);
    people.push(person);
    return person;
  };
}
