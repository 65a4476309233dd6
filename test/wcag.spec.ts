import { faultsOf, readPage, rowsOf } from './security/security-page';

/** Success criteria of WCAG 2.2 (W3C Recommendation, 2023-10-05), by level. */
const CRITERIA = new Map(
  Object.entries({
    A: `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4
      2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2`,
    AA: `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2
      3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`,
  }).flatMap(([level, ids]) => ids.split(/\s+/).map((id) => [id, level] as const)),
);

function faultsOfPage(markdown: string): string[] {
  const rows = rowsOf(markdown);
  const counted = [...CRITERIA.keys()].flatMap((id) => {
    const times = rows.filter(([one]) => one === id).length;
    return times === 1 ? [] : [`${id}: it stands ${times} times`];
  });
  const read = rows.flatMap(([id = '', level, about = '', status = '', shown = '', ...more]) => {
    const faults = faultsOf(status, shown);
    if (CRITERIA.get(id) !== level) faults.push('there is no such criterion of that level');
    if (about === '' || more.length > 0) faults.push('it has other cells than the head');
    return faults.map((fault) => `${id}: ${fault}`);
  });
  return [...counted, ...read];
}

describe('the table of WCAG criteria', () => {
  const page = readPage('docs/wcag.md');

  it('has every criterion of levels A and AA once, met by a test that exists, not applicable or open', () => {
    expect(CRITERIA.size).toBe(55);
    expect(faultsOfPage(page)).toEqual([]);
  });

  it.each([
    ['a criterion left out', /^\| 2\.4\.7 .*\n/m, '', '2.4.7: it stands 0 times'],
    ['another level', '| 2.4.7 | AA |', '| 2.4.7 | A |', '2.4.7: there is no such criterion of that level'],
    ['no test', /(2\.4\.7 .*met \|).*/, '$1 it is so |', '2.4.7: no test is named'],
    ['no reason', /(2\.3\.1 .*not applicable \|).*/, '$1 - |', '2.3.1: it is silent'],
  ] as const)('is found out with %s', (_, found, instead, fault) => {
    const changed = page.replace(found, instead);
    expect(changed).not.toBe(page);
    expect(faultsOfPage(changed)).toContain(fault);
  });
});
