import { seededRandom } from '@ledtid/time';
import { syntheticPersonnummer } from './synthetic-personnummer';

/** Rows of text, as a CSV file holds them; the first is the header. */
export type Table = string[][];

/** What the two holders of the demonstration have. Everybody in it is invented. */
export interface DemonstrationRows {
  patients: Table;
  laboratory: Table;
  events: Table;
}

const MUNICIPALITIES = ['Luleå', 'Umeå', 'Skellefteå', 'Kiruna', 'Boden'];
const TESTS = ['hba1c', 'ldl', 'creatinine', 'crp', 'bnp'];
const EVENTS = ['infarction', 'heart-failure', 'atrial-fibrillation', 'stroke'];

/** The same count and seed give the same rows. */
export function demonstrationRows(persons = 500, seed = 1): DemonstrationRows {
  const chance = seededRandom(seed);
  const rows: DemonstrationRows = {
    patients: [['personnummer', 'age', 'sex', 'municipality', 'included_on', 'control_of']],
    laboratory: [['personnummer', 'taken_on', 'test', 'value']],
    events: [['person', 'event_on', 'event', 'days_in_hospital']],
  };
  for (let index = 0; index < persons; index += 1) addPerson(rows, index, chance);
  return rows;
}

function addPerson(rows: DemonstrationRows, index: number, chance: () => number): void {
  const person = syntheticPersonnummer(index);
  const pick = (list: string[]): string => list[Math.floor(chance() * list.length)] ?? '';
  const age = String(20 + Math.floor(chance() * 75));
  const sex = Number(person.slice(10, 11)) % 2 === 1 ? 'man' : 'woman';
  const controlOf = index % 4 === 3 ? syntheticPersonnummer(index - 3) : '';
  rows.patients.push([person, age, sex, pick(MUNICIPALITIES), day(chance), controlOf]);
  const values = Math.floor(chance() * 6);
  for (let count = 0; count < values; count += 1) {
    rows.laboratory.push([person, day(chance), pick(TESTS), (chance() * 90 + 10).toFixed(1)]);
  }
  const events = Math.floor(chance() * 4);
  for (let count = 0; count < events; count += 1) {
    rows.events.push([hyphened(person), day(chance), pick(EVENTS), String(Math.floor(chance() * 20))]);
  }
}

/** The second holder writes personnummer with a hyphen: two holders seldom write them alike. */
function hyphened(person: string): string {
  return `${person.slice(0, 8)}-${person.slice(8)}`;
}

/** A day of the years 2016 to 2025. */
function day(chance: () => number): string {
  return new Date(Date.UTC(2016, 0, 1) + Math.floor(chance() * 3_650) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
