import { type Row, faultsOf, readPage, rowsOf } from './security-page';

const STRIDE = ['S', 'T', 'R', 'I', 'D', 'E'];

/** The arrows of the picture in the README, and what we install. */
const ARROWS = [
  ...['person → api', 'api → cases', 'cases → database', 'outbox → queues', 'queues → worker'],
  ...['worker → cases', 'spans → reports', 'packages → build'],
];

function faultsOfModel(rows: readonly Row[]): string[] {
  const unnamed = ARROWS.flatMap((arrow) =>
    STRIDE.filter(
      (kind) => !rows.some(([of, threat]) => of === arrow && threat?.startsWith(`${kind}: `)),
    ).map((kind) => `${arrow}: nothing by ${kind}`),
  );
  const read = rows.flatMap(
    ([arrow = '', threat = '', mitigation = '', status = '', shown = '', ...more]) => {
      const faults = faultsOf(status, shown);
      if (!ARROWS.includes(arrow)) faults.push('there is no such arrow');
      if (mitigation === '') faults.push('it does not say what holds it');
      if (more.length > 0) faults.push('it has more cells than the head');
      return faults.map((fault) => `${arrow}, ${threat}: ${fault}`);
    },
  );
  return [...unnamed, ...read];
}

describe('the threat model', () => {
  const page = readPage('docs/security/threat-model.md');

  it('has all of STRIDE for every arrow, held by a test that exists, not applicable or open', () => {
    expect(faultsOfModel(rowsOf(page))).toEqual([]);
  });

  it.each([
    ['a threat left out', /^\| worker → cases \| R.*\n/m, '', 'worker → cases: nothing by R'],
    [
      'a test that does not exist',
      '`libs/access/report-policy.spec.ts`',
      '`libs/access/none.spec.ts`',
      'spans → reports, S: a holder asks for another’s figures as its own: there is no libs/access/none.spec.ts',
    ],
    [
      'no test where one is claimed',
      '`libs/cases/outbox/relay-queue.database-spec.ts` `libs/platform/queues/queues.database-spec.ts`',
      'we are sure',
      'outbox → queues, T: jobs changed, lost or doubled: no test is named',
    ],
  ])('is found out with %s', (_, found, instead, fault) => {
    const changed = page.replace(found, instead);
    expect(changed).not.toBe(page);
    expect(faultsOfModel(rowsOf(changed))).toContain(fault);
  });
});

describe('SECURITY.md', () => {
  it.each(['critical', 'high', 'medium', 'low'])(
    'says within how long a vulnerability of severity %s is mended',
    (severity) => {
      const row = rowsOf(readPage('SECURITY.md')).find(([what]) => what?.startsWith(`${severity}: `));
      expect(row?.[1]).toMatch(/\d+ days|next release/);
    },
  );
});
