import { appSv } from '../app/texts.sv';
import { casesSv } from '../cases/texts.sv';
import { copiesSv } from '../copies/texts.sv';
import { documentsSv } from '../documents/texts.sv';
import { formSv } from '../form/texts.sv';
import { workSv } from '../work/texts.sv';
import { checklistsSv } from '../checklists/texts.sv';
import { commonSv } from '../kit/texts.sv';
import { applicationSv } from '../application/texts.sv';
import { publicSv } from '../public/texts.sv';
import { meetingsSv } from '../meetings/texts.sv';
import { messagesSv } from '../messages/texts.sv';
import { progressSv } from '../progress/texts.sv';
import { reportsSv } from '../reports/texts.sv';
import { sessionSv } from '../session/texts.sv';
import { startSv } from '../start/texts.sv';

export const sv = {
  app: appSv,
  common: commonSv,
  cases: casesSv,
  work: workSv,
  copies: copiesSv,
  documents: documentsSv,
  form: formSv,
  session: sessionSv,
  start: startSv,
  application: applicationSv,
  progress: progressSv,
  reports: reportsSv,
  public: publicSv,
  meetings: meetingsSv,
  messages: messagesSv,
  checklists: checklistsSv,
};
