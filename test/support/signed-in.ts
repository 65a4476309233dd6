import { Browser } from './browser';
import type { RunningApi } from './running-api';
import type { Account, TestProvider } from './test-provider';

/** An employee of the body; what is told apart by tests can be given. */
export function account(employeeId: string, ...groups: string[]): Account {
  return {
    ...{ employeeId, displayName: `${employeeId} Berg`, groups },
    ...{ organisationNumber: '2021005208', acr: 'loa3' },
  };
}

/** Goes through the whole sign-in, and yields the browser that then has a session. Throws when it has none. */
export async function signedIn(
  api: RunningApi,
  provider: TestProvider,
  who: Account,
  { browser = new Browser(), fresh = false } = {},
): Promise<Browser> {
  provider.account = who;
  const query = `issuer=${provider.name}&fresh=${fresh}&returnTo=/health/live`;
  const answer = await browser.follow(`${api.url}/api/v1/sign-in?${query}`);
  if (typeof answer !== 'string' && answer.status === 200) return browser;
  throw new Error(`${browser.visited.at(-1)}: ${typeof answer === 'string' ? answer : await answer.text()}`);
}

/** The code of a problem, with its status. */
export async function refusalOf(
  coming: Promise<Response | string>,
): Promise<{ status: number; code: string }> {
  const answer = await coming;
  if (typeof answer === 'string') throw new Error(`Sent on to ${answer}.`);
  const { code } = (await answer.json()) as { code: string };
  return { status: answer.status, code };
}
