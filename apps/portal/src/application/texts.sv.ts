import type { Translated } from '../language/texts';
import type { applicationEn } from './texts.en';

export const applicationSv: Translated<typeof applicationEn> = {
  title: 'Ansökan',
  sections: 'Avsnitt',
  complete: 'klart',
  left: '{n} kvar',
  next: 'Nästa: {section}',
  review: 'Se över och lämna in',
  saved: 'Sparat {time}',
  saving: 'Sparar …',
  unsaved: 'Inte sparat än',
  offline: 'Ingen uppkoppling. Det du har skrivit finns kvar här och sparas så snart det går.',
  conflictTitle: 'Ansökan har ändrats på annat håll under tiden',
  conflictText:
    'Här nedanför står det som skiljer. Välj för varje fält vad som ska gälla. Inget sparas över det andra innan du har valt.',
  field: 'Fält',
  yours: 'Det du har skrivit här',
  theirs: 'Det som är sparat nu',
  keepYours: 'Behåll det jag skrev',
  takeTheirs: 'Ta det som är sparat',
  nothing: 'ingenting',
  closed: 'Ansökan kan inte ändras nu.',
  toCase: 'Till ärendet',
  documentsText:
    'Lämna in det som hör till ansökan vid sidan av formuläret: forskningsplan, etikbeslut. Du kan göra det nu eller senare, så länge du kan ändra ansökan.',
  readyText: 'Allt som efterfrågas är ifyllt.',
  notReady: 'Detta återstår att fylla i innan du kan lämna in:',
  later: 'Allt sparas medan du skriver: du kan gå härifrån och komma tillbaka.',
};
