import {
  type AnyReport,
  DIMENSIONS,
  LATER_REPORTS,
  LeadTimeReports,
  REPORT_NAMES,
  type ReportQuery,
  isRefusal,
  publish,
} from '@ledtid/lead-time';
import { SystemTime, isCivilDate } from '@ledtid/time';
import { CHARACTERISTICS } from '@ledtid/workflow';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { installedConfiguration } from '../configuration';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import { CommandError } from '../problem';
import type { Answer } from '../output/answer';
import { refused } from '../refused';
import { casesBehindText } from '../reports/cases-behind-text';
import { textOf } from '../reports/text-of';

export const reportCommand: CommandFile = (program, host) => {
  const command = program
    .command('report')
    .description('where the time went')
    .addArgument(
      new Argument('<report>', `which one; not made yet: ${LATER_REPORTS.join(', ')}`).choices([
        ...REPORT_NAMES,
        ...LATER_REPORTS,
      ]),
    )
    .option('--log <name>', 'over an imported log instead of the cases')
    .option('--from <date>', 'first day of the period, YYYY-MM-DD', civilDate)
    .option('--to <date>', 'day after the last day of the period, YYYY-MM-DD', civilDate)
    .addOption(new Option('--by <dimension>', 'what the rows are (default: stage)').choices(DIMENSIONS))
    .option('--workflow <key>', 'cases of one workflow')
    .option('--holder <id>', 'cases in which this holder takes part; of the report holder: whose it is')
    .option('--case <id>', 'only this case, with its story: its registration number or id')
    .addOption(
      new Option('--language <code>', 'of what is told in words (default: en)').choices(['en', 'sv']),
    )
    .option('--limit <n>', 'rows of a list within the report, such as the breaches of clocks (default: 50)')
    .option('--cursor <cursor>', 'where the page before ended')
    .addOption(
      new Option(
        '--public',
        'as JSON for publication: counts under five, and what tells of them, are null',
      ).conflicts('casesBehind'),
    )
    .option('--cases-behind <row>', 'the cases behind this row, the largest contribution first; total: all');
  addCharacteristics(command).action(
    host.run(async (context, name: string, { casesBehind: row, public: isPublic, ...query }: Asked) =>
      withDatabase(context, async (pool) => {
        const reports = new LeadTimeReports(pool, new SystemTime(), installedConfiguration(context));
        if (row !== undefined) return casesOf(reports, name, row, query);
        const report = await reportOf(reports, name, query);
        return isPublic ? publicOf(report, query) : { document: report, text: textOf(report, query) };
      }),
    ),
  );
};

type Asked = ReportQuery & { casesBehind?: string; public?: true };

async function reportOf(reports: LeadTimeReports, name: string, query: ReportQuery): Promise<AnyReport> {
  // Whoever reaches the database with this command may see its cases.
  const answer = await reports.report(name, { ...query, namesCases: true });
  const report: AnyReport = isRefusal(answer) ? refused(answer.refused) : answer;
  if (query.case !== undefined && 'cohort' in report && report.cohort.cases === 0)
    throw notReported(query.case);
  return report;
}

/** What is published is data, not a page for a terminal. */
function publicOf(report: AnyReport, { language }: ReportQuery): Answer {
  const answer = publish(report, language);
  const document = isRefusal(answer) ? refused(answer.refused) : answer;
  return { document, text: JSON.stringify(document, null, 2) };
}

async function casesOf(
  reports: LeadTimeReports,
  name: string,
  row: string,
  query: ReportQuery,
): Promise<Answer> {
  const answer = await reports.casesBehind(name, row, query);
  const cases = isRefusal(answer) ? refused(answer.refused) : answer;
  return { document: cases, text: casesBehindText(cases) };
}

/** `--source-kind` and its like: a filter for each kind of characteristic. */
function addCharacteristics(command: Command): Command {
  for (const [kind, { name, codes }] of Object.entries(CHARACTERISTICS)) {
    const flag = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const what = `cases of this ${name.en.toLowerCase()}`;
    command.addOption(new Option(`--${flag} <code>`, what).choices(Object.keys(codes)));
  }
  return command;
}

function notReported(name: string): CommandError {
  return new CommandError(
    'case-not-reported',
    `No submitted case is called ${name}, or this report does not count it.`,
    'Give the registration number or the id of a submitted case, or leave --case out.',
  );
}

function civilDate(text: string): string {
  if (isCivilDate(text)) return text;
  throw new InvalidArgumentError('Write a date as YYYY-MM-DD.');
}
