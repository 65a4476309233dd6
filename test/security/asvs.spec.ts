import { requirementsUpTo } from './levels';
import { faultsOf, readPage, rowsOf } from './security-page';

const REQUIREMENTS = requirementsUpTo(2);

/** What is wrong with a page, by requirement. */
function faultsOfPage(markdown: string): string[] {
  const rows = rowsOf(markdown);
  const ids = rows.map(([id]) => id);
  const expected = new Map(REQUIREMENTS.map(({ id, level }) => [id, String(level)]));
  const counted = REQUIREMENTS.flatMap(({ id }) => {
    const times = ids.filter((one) => one === id).length;
    return times === 1 ? [] : [`${id}: it stands ${times} times`];
  });
  const read = rows.flatMap(([id = '', level, about = '', status = '', shown = '', ...more]) => {
    const faults = faultsOf(status, shown);
    if (expected.get(id) !== level) faults.push('there is no such requirement of that level');
    if (about === '') faults.push('it does not say what about');
    if (more.length > 0) faults.push('it has more cells than the head');
    return faults.map((fault) => `${id}: ${fault}`);
  });
  return [...counted, ...read];
}

describe('the table of ASVS requirements', () => {
  const page = readPage('docs/security/asvs.md');

  it('has every requirement of levels 1 and 2 once, met by a test that exists, not applicable or open', () => {
    expect(REQUIREMENTS).toHaveLength(253);
    expect(faultsOfPage(page)).toEqual([]);
  });

  it.each([
    ['a requirement left out', /^\| V8\.2\.2 .*\n/m, '', 'V8.2.2: it stands 0 times'],
    ['a requirement twice', /^(\| V8\.2\.2 .*\n)/m, '$1$1', 'V8.2.2: it stands 2 times'],
    [
      'another level',
      '| V8.2.2 | 1 |',
      '| V8.2.2 | 2 |',
      'V8.2.2: there is no such requirement of that level',
    ],
    [
      'another status',
      /(V8\.2\.2 .*\|) met/,
      '$1 done',
      'V8.2.2: “done” is none of met, not applicable, open',
    ],
    ['a test that does not exist', /(V8\.2\.2 .*`)apps\//, '$1no/', /V8\.2\.2: there is no no\//],
    ['no reason', /(V4\.3\.1 .*not applicable \|).*/, '$1 - |', 'V4.3.1: it is silent'],
    ['no test', /(V8\.2\.2 .*met \|).*/, '$1 it is so |', 'V8.2.2: no test is named'],
  ] as const)('is found out with %s', (_, found, instead, fault) => {
    const changed = page.replace(found, instead);
    expect(changed).not.toBe(page);
    const expected: unknown = typeof fault === 'string' ? fault : expect.stringMatching(fault);
    expect(faultsOfPage(changed)).toContainEqual(expected);
  });
});
