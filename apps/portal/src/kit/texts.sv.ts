import type { Translated } from '../language/texts';
import type { commonEn } from './texts.en';

export const commonSv: Translated<typeof commonEn> = {
  close: 'Stäng',
  send: 'Skicka',
  yes: 'Ja',
  no: 'Nej',
  none: 'Inga',
  more: 'Visa fler',
};
