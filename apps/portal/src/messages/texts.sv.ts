import type { Translated } from '../language/texts';
import type { messagesEn } from './texts.en';

export const messagesSv: Translated<typeof messagesEn> = {
  title: 'Meddelanden',
  none: 'Ingen har skrivit något här än.',
  unread: 'Oläst',
  unreadCount: 'Olästa: {n}',
  markRead: 'Jag har läst dem',
  write: 'Skriv ett meddelande',
  readByAll: 'Alla som får läsa ärendet läser det du skriver, även sökanden.',
  readByPart: 'Datainnehavaren och organet läser det du skriver, men inte sökanden.',
  noNumbers: 'Skriv inte mer om personer än vad som behövs.',
  send: 'Skicka meddelandet',
  sent: 'Meddelandet är skickat.',
  gone: 'Gallrat enligt arkivreglerna.',
  you: 'Du',
  forSomebody: '{who} för {whom}',
  unreadTitle: 'Olästa meddelanden',
  unreadCase: '{what}: {n} olästa, det senaste {date}',
  older: 'Visa äldre meddelanden',
};
