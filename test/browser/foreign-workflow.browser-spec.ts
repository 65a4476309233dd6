import { join } from 'node:path';
import { violationsOn } from './support/accessibility';
import { fillIn } from './support/fill-in';
import { type ForeignProduct, productWithWorkflow } from './support/product-with-workflow';
import { picture } from './support/pictures';
import { windows } from './support/window-of';

const someone = windows();
let product: ForeignProduct;

beforeAll(async () => {
  product = await productWithWorkflow(join(__dirname, 'foreign-workflow', 'index.ts'), 'machine-loan');
}, 120_000);

afterAll(() => product?.stop());

it('has form, queue, buttons, texts and a row in the reports for a kind of case that the portal never saw', async () => {
  const { url } = product;
  const alva = await someone({ url, language: 'sv' });
  await alva.signIn('alva');
  await alva.page.getByRole('button', { name: 'Ny: Lån av maskin' }).click();
  await alva.page.getByRole('heading', { name: 'Önskemål' }).waitFor();
  await fillIn(alva.page, 'application', { machine: 'Svarv', noise: 'loud' });
  await alva.page.getByText(/^Sparat/).waitFor();
  await alva.page.getByRole('link', { name: 'Till ärendet' }).click();
  await alva.page.getByRole('button', { name: 'Begär lånet' }).click();
  await alva.page.getByRole('button', { name: 'Skicka: Begär lånet' }).click();
  await alva.page.getByText('Klart: Begär lånet').waitFor();

  const cecilia = await someone({ url, language: 'sv' });
  await cecilia.signIn('cecilia', '/queues');
  const { page } = cecilia;
  await page.getByRole('link', { name: 'Utlåning' }).click();
  await page.getByRole('heading', { name: 'Utlåning', level: 1 }).waitFor();
  await page.getByRole('table').getByRole('link').click();
  await page.getByRole('heading', { name: 'Svarv', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Ta ärendet: Utlåning' }).click();
  await page.getByRole('button', { name: 'Låna ut', exact: true }).click();
  await page.getByLabel('Hur länge').selectOption({ label: 'En månad' });
  expect(await violationsOn(page)).toEqual([]);
  await picture(page, 'foreign-workflow');
  await page.getByRole('button', { name: 'Skicka: Låna ut' }).click();
  await page.getByText('Avslutat: Utlånad').waitFor();

  const maria = await someone({ url, language: 'sv' });
  await maria.signIn('maria', '/reports/stages');
  await maria.page.getByRole('rowheader', { name: 'Utlåning' }).first().waitFor();
});
