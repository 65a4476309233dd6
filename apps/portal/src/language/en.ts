import { appEn } from '../app/texts.en';
import { casesEn } from '../cases/texts.en';
import { copiesEn } from '../copies/texts.en';
import { documentsEn } from '../documents/texts.en';
import { formEn } from '../form/texts.en';
import { workEn } from '../work/texts.en';
import { checklistsEn } from '../checklists/texts.en';
import { commonEn } from '../kit/texts.en';
import { applicationEn } from '../application/texts.en';
import { publicEn } from '../public/texts.en';
import { meetingsEn } from '../meetings/texts.en';
import { messagesEn } from '../messages/texts.en';
import { progressEn } from '../progress/texts.en';
import { reportsEn } from '../reports/texts.en';
import { sessionEn } from '../session/texts.en';
import { startEn } from '../start/texts.en';

/** Everything that the portal itself says, by the folder that says it. What a workflow is called, the API tells. */
export const en = {
  app: appEn,
  common: commonEn,
  cases: casesEn,
  work: workEn,
  copies: copiesEn,
  documents: documentsEn,
  form: formEn,
  session: sessionEn,
  start: startEn,
  application: applicationEn,
  progress: progressEn,
  reports: reportsEn,
  public: publicEn,
  meetings: meetingsEn,
  messages: messagesEn,
  checklists: checklistsEn,
};
