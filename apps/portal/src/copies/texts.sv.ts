import type { Translated } from '../language/texts';
import type { copiesEn } from './texts.en';

export const copiesSv: Translated<typeof copiesEn> = {
  print: 'Utskriftsvy',
  printNow: 'Skriv ut',
  json: 'Spara som JSON',
  copy: 'Kopiera till en ny ansökan',
};
