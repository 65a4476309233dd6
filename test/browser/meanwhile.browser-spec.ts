import { violationsOn } from './support/accessibility';
import { Desk } from './support/desk';
import { fillIn } from './support/fill-in';
import { picture } from './support/pictures';
import { windows } from './support/window-of';

const HAND_OFF = { workflow: 'access-application', type: 'HAND_OFF', stage: 'legal-review' };
const FORM = 'HAND_OFF-legal-review';
const someone = windows();

it('shows what a colleague did to the same case meanwhile, keeps what was typed, and lets the person send it again', async () => {
  const [eva, hanna] = [await someone(), await someone()];
  await eva.signIn('eva', '/queues/legal-review?activity=assigned');
  const { page } = eva;
  await page.getByRole('table').getByRole('link').first().click();
  const lit = page.getByRole('figure').locator('[aria-current="step"]').filter({ hasText: 'Legal review' });
  await lit.waitFor();
  await page.getByRole('button', { name: 'Hand off: Legal review' }).click();
  await fillIn(page, FORM, { assignee: 'eva' });

  await hanna.signIn('hanna', new URL(page.url()).pathname);
  await new Desk(hanna, 'en').does(HAND_OFF, { assignee: 'hanna' });

  const send = page.getByRole('button', { name: 'Send: Hand off: Legal review' });
  await send.click();
  await page.getByRole('alert').filter({ hasText: 'Somebody changed the case meanwhile' }).waitFor();
  await page.getByText(/Hand off · hanna · /).waitFor();
  await page.getByText('Handled by hanna').waitFor();
  expect(await page.locator(`[id="${FORM}-assignee"]`).inputValue()).toBe('eva');
  expect(await violationsOn(page)).toEqual([]);
  await picture(page, 'meanwhile');
  await send.click();
  await page.getByText('Handled by you').waitFor();
});
