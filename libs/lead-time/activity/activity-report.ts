import { overFramed } from '../cases/framed';
import { filtersOf } from '../cases/wanted';
import { readWhole } from '../read-whole';
import { horizonOf } from '../reports/horizon-of';
import { periodBound } from '../reports/query';
import type { ReportKind } from '../reports/report-kind';
import { sqlFile } from '../sql-file';
import type { ActivityBody, Days } from './activity';
import { type ActivityCell, countApplications } from './count-applications';
import { ACTIVITY_DEFINITION } from './definitions';
import { pointsIn } from './points';

const DECIDED = sqlFile(__dirname, 'decided');
const COUNTS = overFramed(`, ${DECIDED}\n${sqlFile(__dirname, 'counts')}`);
const DAYS = overFramed(`, ${DECIDED}\n${sqlFile(__dirname, 'days')}`);

/** The activity report of Regulation (EU) 2025/327, Art 59(1), as far as the system knows it. */
export const ACTIVITY: ReportKind<ActivityBody> = {
  definition: ACTIVITY_DEFINITION,
  dimensions: ['stage'],
  async make(client, { filters, from, to, language }, now) {
    const horizon = horizonOf(to, now);
    const scope = [filtersOf(filters), periodBound(from), horizon.at, horizon.inclusive];
    const counts = await readWhole<ActivityCell>(client, COUNTS(filters), scope);
    const days = await readWhole<Days & { kind: string }>(client, DAYS(filters), scope);
    const of = (name: string): Days => {
      const { n, mean, p50 } = days.find(({ kind }) => kind === name) ?? { n: 0, mean: null, p50: null };
      return { n, mean, p50 };
    };
    return {
      points: pointsIn(language),
      applications: countApplications(counts),
      daysToAccess: { access: of('access'), answer: of('answer'), open: of('open') },
    };
  },
};
