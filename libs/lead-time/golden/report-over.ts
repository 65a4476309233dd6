import type { CaseHistory } from '../cases/case-history';
import { ReportAccumulator, type ReportBody } from '../reports/accumulator';
import type { Scope } from '../reports/case-figures';
import type { Dimension } from '../reports/report';
import { sheetOf } from '../sheets/sheet-of';

/** The table over some histories, as a report over the same cases gives it. For tests. */
export function reportOver(histories: Iterable<CaseHistory>, scope: Scope, by: Dimension): ReportBody {
  const report = new ReportAccumulator(scope, by);
  for (const history of histories) {
    const sheet = sheetOf(history, scope, by);
    if (sheet !== null) report.add(sheet);
  }
  return report.finish();
}
