import type { Translated } from '../language/texts';
import type { appEn } from './texts.en';

export const appSv: Translated<typeof appEn> = {
  name: 'Ledtid',
  skip: 'Hoppa till innehållet',
  menu: 'Meny',
  main: 'Huvudmeny',
  language: 'Språk',
  languageNames: { sv: 'Svenska', en: 'English' },
  appearance: 'Utseende',
  appearances: { light: 'Ljust', dark: 'Mörkt', auto: 'Som enheten' },
  highContrast: 'Hög kontrast',
  shortcuts: 'Kortkommandon',
  shortcutsText: 'Håll de båda tangenterna nere och tryck på den tredje.',
  account: 'Konto',
  signedInAs: 'Inloggad som {name}',
  signOut: 'Logga ut',
  loading: 'Läser in',
  notFound: 'Sidan finns inte',
  notFoundText: 'Adressen leder ingenstans, eller till något som du inte får se.',
  toStart: 'Till startsidan',
  failed: 'Något gick fel på sidan',
  failedText:
    'Det du har skrivit finns kvar så länge fönstret är öppet. Försök igen; anmäl det om det händer igen.',
  tryAgain: 'Försök igen',
  unreachable: 'Servern svarar inte. Kontrollera din uppkoppling; det du har skrivit finns kvar.',
  details: 'Detaljer',
};
