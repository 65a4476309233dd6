import type { ClinicalCohort, ClinicalRow } from './clinical-cohort';
import { LABORATORY_TESTS } from './clinical-permit';

/** What the permit lets out, worked out in plain TypeScript over the raw rows, and nothing of the product. */
export interface ClinicalExpectation {
  persons: ClinicalRow[];
  laboratory: ClinicalRow[];
  events: ClinicalRow[];
}

/** Before opt-outs. */
export function permittedPersons(cohort: ClinicalCohort): Set<string> {
  const tested = new Set(
    cohort.laboratory.filter((row) => LABORATORY_TESTS.includes(row.test!)).map((row) => row.id),
  );
  return new Set(
    cohort.persons.filter((row) => Number(row.age) > 50 && tested.has(row.id)).map((row) => row.id!),
  );
}

export function clinicalExpectation(cohort: ClinicalCohort, optedOut: Set<string>): ClinicalExpectation {
  const permitted = permittedPersons(cohort);
  const isReleased = (row: ClinicalRow): boolean => permitted.has(row.id!) && !optedOut.has(row.id!);
  return {
    persons: cohort.persons.filter(isReleased),
    laboratory: cohort.laboratory.filter((row) => isReleased(row) && LABORATORY_TESTS.includes(row.test!)),
    events: cohort.events.filter(isReleased),
  };
}

type Cells = Record<string, unknown>;

/**
 * One line per person of everything that the three tables tell together, without the identifier, sorted.
 * Equal lines mean equal tables and an equal join, whatever the persons are called.
 */
export function joinedLines(tables: { persons: Cells[]; laboratory: Cells[]; events: Cells[] }): string[] {
  const laboratory = linesByPerson(tables.laboratory, ['days', 'test', 'value']);
  const events = linesByPerson(tables.events, ['days', 'event']);
  const ages = new Map(tables.persons.map((row) => [String(row.id), cell(row.age)]));
  return tables.persons
    .map((row) => {
      const own = ['age', 'male', 'bmi', 'futime', 'status'].map((name) => cell(row[name])).join(' ');
      const id = String(row.id);
      const matched = ages.get(String(row['case.id'])) ?? 'not released';
      return [own, `case of age ${matched}`, ...(laboratory.get(id) ?? []), ...(events.get(id) ?? [])].join(
        ' | ',
      );
    })
    .sort();
}

function linesByPerson(rows: Cells[], names: string[]): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const row of rows) {
    const own = lines.get(String(row.id)) ?? [];
    own.push(names.map((name) => cell(row[name])).join(' '));
    lines.set(String(row.id), own);
  }
  for (const own of lines.values()) own.sort();
  return lines;
}

/** Numbers as numbers, so that `1`, `1.0` and a number of a Parquet file are spelled alike. */
function cell(value: unknown): string {
  if (value === null || value === undefined || value === '') return '-';
  const number = Number(value);
  return Number.isNaN(number) ? String(value) : String(number);
}
