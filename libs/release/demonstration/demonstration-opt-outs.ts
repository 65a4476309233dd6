import type { DemonstrationRows, Table } from './demonstration-rows';

const TESTS = ['hba1c', 'ldl', 'bnp'];

/**
 * Entries for five persons whom the demonstration's permit would let out, so that their absence can be
 * seen: three opted out long ago (the first has a control who is let out), the fourth took it back before
 * any permit, the fifth opts out on the civil date `later`.
 */
export function demonstrationOptOuts(rows: DemonstrationRows, later: string): Table {
  const tested = new Set(rows.laboratory.filter((row) => TESTS.includes(row[2] ?? '')).map((row) => row[0]));
  const eligible = rows.patients.slice(1).filter((row) => Number(row[1]) > 50 && tested.has(row[0]));
  const persons = eligible.map((row) => row[0] ?? '');
  const withControl = eligible.map((row) => row[5] ?? '').find((person) => persons.includes(person)) ?? '';
  const [fourth = '', fifth = '', ...others] = persons.filter((person) => person !== withControl);
  const longAgo = [withControl, ...others.slice(0, 2)].map((person) => [person, '2021-06-01', '']);
  const header = ['identifier', 'from', 'to'];
  return [header, ...longAgo, [fourth, '2019-01-01', '2020-01-01'], [fifth, later, '']];
}
