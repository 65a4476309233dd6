import type { Translated } from '../language/texts';
import type { checklistsEn } from './texts.en';

export const checklistsSv: Translated<typeof checklistsEn> = {
  title: 'Bedömningar',
  progress: '{done} av {all} bedömda',
  notYet: 'Inte bedömd än',
  assess: 'Bedöm',
  change: 'Ändra',
  earlier: 'Tidigare bedömningar',
  found: 'Vad har du kommit fram till?',
  why: 'Motivering',
  whyNeeded: 'Skriv varför, så att det kan stå i ett beslut.',
  save: 'Spara bedömningen',
  discard: 'Kasta',
  saved: 'Sparat: {what}',
};
