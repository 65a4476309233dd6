import { loadWorkflows } from '@ledtid/workflows';
import { openApiDocument } from '../open-api-document';
import { TABLE_CALLERS, type TableAnswer, type TableRow, routeTable, routesOf } from './route-table';

/** What one caller is answered of a row, by the caller’s name. */
function answer({ answers }: TableRow, name: string): TableAnswer | undefined {
  return answers[TABLE_CALLERS.findIndex((caller) => caller.name === name)];
}

describe('the table of routes', () => {
  let rows: readonly TableRow[];

  beforeAll(async () => {
    rows = routeTable(await openApiDocument(), loadWorkflows());
  });

  const ofCases = () => rows.filter(({ of }) => of !== null);

  it('has every route of the document', async () => {
    const described = routesOf(await openApiDocument()).map(({ operation }) => operation);
    expect(new Set(rows.map(({ route }) => route.operation))).toEqual(
      new Set([...described, 'getHolderReport', 'completeSignIn', 'watchQueues']),
    );
  });

  it.each(['manager', 'administrator'])('shows a %s no case', (role) => {
    expect(new Set(ofCases().map((row) => answer(row, role)))).toEqual(new Set([404]));
  });

  it.each(['applicant', 'data_holder'])(
    'hides from an %s what is another’s, as if it were not there',
    (role) => {
      const others = ofCases().filter(({ of }) => of?.own === false);
      expect(new Set(others.map((row) => answer(row, role)))).toEqual(new Set([404]));
    },
  );

  it.each(['data_holder', 'environment_operator', 'data_engineer'])(
    'shows a %s no application and no permit',
    (role) => {
      const whole = ofCases().filter(({ of }) =>
        ['access-application', 'permit'].includes(of?.workflow ?? ''),
      );
      expect(new Set(whole.map((row) => answer(row, role)))).toEqual(new Set([404]));
    },
  );

  it('shows each its own: an applicant the case and no ledger below it, a data holder its inquiry and release', () => {
    const own = (workflow: string, role: string) =>
      ofCases()
        .filter(({ of, route }) => of?.own && of.workflow === workflow && route.operation === 'listEvents')
        .map((row) => answer(row, role));
    expect(own('access-application', 'applicant')).toEqual([200]);
    expect(own('release', 'applicant')).toEqual([403]);
    for (const workflow of ['feasibility-inquiry', 'release'])
      expect(own(workflow, 'data_holder')).toEqual([200]);
  });

  it('lets an auditor read every ledger and do nothing but end its own sessions', () => {
    const written = rows.filter(
      ({ route }) => route.method !== 'GET' && !/^(signOut|endSession$|backChannel)/.test(route.operation),
    );
    expect(new Set(written.map((row) => answer(row, 'auditor')))).toEqual(new Set([403]));
    const ledgers = rows.filter(({ route }) => route.operation === 'listEvents');
    expect(new Set(ledgers.map((row) => answer(row, 'auditor')))).toEqual(new Set([200]));
  });

  it.each(['nobody', 'expired'])(
    'lets %s in to nothing but health, what is public, sign-in and what a sign-in service sends',
    (name) => {
      const open = rows.filter((row) => answer(row, name) !== 401).map(({ route }) => route.operation);
      expect(open).toEqual([
        ...['getLive', 'getReady', 'signIn', 'backChannelLogout', 'getPublicStatus', 'completeSignIn'],
      ]);
    },
  );

  it('lets decisions be taken by decision makers alone', () => {
    const decisions = rows.filter(({ event }) => ['GRANT', 'REFUSE'].includes(event?.type ?? ''));
    for (const row of decisions) {
      const allowed = TABLE_CALLERS.filter((_caller, place) => row.answers[place] === 200);
      expect(allowed.map(({ name }) => name)).toEqual(['decision_maker']);
    }
    expect(decisions).toHaveLength(4);
  });
});
