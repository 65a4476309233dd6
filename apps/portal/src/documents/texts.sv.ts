import type { Translated } from '../language/texts';
import type { documentsEn } from './texts.en';

export const documentsSv: Translated<typeof documentsEn> = {
  title: 'Handlingar',
  none: 'Inga handlingar har lämnats in.',
  notKept: 'Här tas inga handlingar emot. Fråga handläggaren hur du skickar dem.',
  closed: 'Handlingar kan lämnas in medan ärendet är ett utkast eller ligger hos sökanden.',
  taken: 'Du kan lämna in {types}, högst {size} per fil.',
  kind: 'Slag av handling',
  kindFirst: 'Välj först vad det är för slags handling',
  hand: 'Välj filer och lämna in …',
  newVersion: 'Ny version',
  newVersionOf: 'Ny version av {name}',
  document: 'Handling',
  size: 'Storlek',
  added: 'Inlämnad',
  version: 'version {n}',
  earlier: 'Tidigare versioner av {name}',
  unscanned: 'inte virusgranskad',
  disposed: 'Gallrad',
  waiting: '{name} väntar på sin tur',
  sending: '{name} skickas: {percent} %',
  done: 'Inlämnad: {name}',
  brokenTitle: '{name} är inte inlämnad',
  broken:
    'Förbindelsen med servern bröts. Filen finns kvar här så länge fönstret är öppet, och inget av den är borta. Försök igen när du har uppkoppling; det som redan har kommit fram skickas inte en gång till.',
  again: 'Försök igen: {name}',
  remove: 'Ta bort: {name}',
  refusedTitle: 'Inte inlämnat',
  faults: {
    type: '{name}: filer av det slaget tas inte emot. Spara handlingen som {types}.',
    empty: '{name}: filen är tom.',
    tooLarge: '{name}: filen är större än {size}. Dela den, eller spara den mindre.',
    nameTooLong: '{name}: namnet är längre än {length} tecken. Ge filen ett kortare.',
  },
};
