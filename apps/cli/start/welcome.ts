import { DEMO_PEOPLE } from '@ledtid/access';
import type { Report } from '@ledtid/lead-time';
import type { Answer } from '../output/answer';
import { table } from '../output/table';
import { reportText } from '../reports/report-text';
import type { RunningServer } from './start-embedded';

interface Welcome extends Pick<RunningServer, 'url' | 'databaseUrl'> {
  readonly dataDirectory: string;
  readonly report: Report;
}

/** What somebody needs to know who has just started it. Document: the same, with the whole report. */
export function welcome({ url, databaseUrl, dataDirectory, report }: Welcome): Answer {
  const places = {
    docs: `${url}/api/docs`,
    openApi: `${url}/api/openapi.json`,
    ready: `${url}/health/ready`,
    portal: `${url}/`,
  };
  const document = { url, ...places, databaseUrl, dataDirectory, people: DEMO_PEOPLE, report };
  const text = [
    '',
    `Ledtid is ready on ${url}`,
    '',
    `  API, to read and try   ${places.docs}`,
    `  Portal, as anybody     ${places.portal}`,
    `  Health                 ${places.ready}`,
    `  Database               ${databaseUrl}`,
    `  Data                   ${dataDirectory}`,
    '',
    'Who can sign in there, or by a token of `npx ledtid token --as ROLE:NAME` (everybody here is invented):',
    '',
    people(),
    '',
    reportText(report),
    '',
    'One application from draft to access, in another terminal: npx ledtid demo',
    'Ctrl-C stops everything.',
  ];
  return { document, text: text.join('\n') };
}

function people(): string {
  const columns = ['ROLE:NAME', 'who', 'of'].map((title) => ({ title, align: 'left' }) as const);
  const rows = DEMO_PEOPLE.map(({ subject, name, roles, organisations }) => [
    roles.map((role) => `${role}:${subject}`).join(', '),
    name,
    organisations.join(', '),
  ]);
  return table(columns, rows);
}
