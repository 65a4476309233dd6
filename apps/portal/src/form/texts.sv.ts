import type { Translated } from '../language/texts';
import type { formEn } from './texts.en';

export const formSv: Translated<typeof formEn> = {
  choose: 'Välj …',
  source: 'Krävs enligt: {source}',
  onePerLine: 'En per rad',
  before: 'Valt i dina tidigare ansökningar',
  put: 'Lägg i',
  add: 'Lägg till: {what}',
  addKnown: 'En för varje som ärendet nämner: {what} ({n})',
  remove: 'Ta bort: {what}',
  faults: {
    missing: 'Måste fyllas i',
    pattern: 'Har inte rätt form',
    tooLong: 'För långt',
    tooLow: 'För lågt',
    tooHigh: 'För högt',
  },
};
