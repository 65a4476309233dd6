import { type CivilDate, addDays } from '@ledtid/time';
import { type ClinicalCohort, writeOptOutList } from './clinical-cohort';
import { permittedPersons } from './clinical-expectation';

/**
 * Five persons opted out, the first of them a case of others. Two more whose entries do not count: taken back
 * before the permit was issued, and made only after it. Writes the list; gives the five.
 */
export async function writeClinicalOptOuts(
  folder: string,
  cohort: ClinicalCohort,
  permitIssuedOn: CivilDate,
): Promise<Set<string>> {
  const permitted = permittedPersons(cohort);
  const matched = cohort.persons.filter((row) => permitted.has(row.id!) && row['case.id'] !== row.id);
  const first = matched.map((row) => row['case.id']!).find((id) => permitted.has(id))!;
  const others = [...permitted].filter((id) => id !== first).slice(100, 106);
  const counting = [first, ...others.slice(0, 4)];
  await writeOptOutList(folder, [
    ...counting.map((identifier) => ({ identifier, from: '2025-01-01', to: '' })),
    { identifier: others[4]!, from: '2024-01-01', to: addDays(permitIssuedOn, -1) },
    { identifier: others[5]!, from: addDays(permitIssuedOn, 1), to: '' },
  ]);
  return new Set(counting);
}
