import type { Translated } from '../language/texts';
import type { meetingsEn } from './texts.en';

export const meetingsSv: Translated<typeof meetingsEn> = {
  title: 'Rådets sammanträden',
  intro: 'Ärenden tas upp till ett sammanträde, och får sitt utfall av det, på sina egna sidor.',
  coming: 'Kommande sammanträden',
  past: 'Tidigare sammanträden',
  noneComing: 'Inget ärende är upptaget till ett kommande sammanträde. Öppna ett ärende för att ta upp det.',
  nonePast: 'Inget sammanträde det senaste halvåret.',
  when: '{date} ({days})',
  case: 'Ärende',
  kind: 'Slag',
  result: 'Utfall',
  noResult: 'Inget utfall än',
  note: 'Anteckning',
};
