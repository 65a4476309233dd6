import { Button } from '@mantine/core';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { useFilters } from '../filters/filters';
import { ReportPage } from '../parts/report-page';
import { Section } from '../parts/section';
import { useReport } from '../queries';
import { Kept } from './law-page';
import { Lead } from './lead';
import { Owned, RankingTable } from './ranking';
import { useNames } from '../names';
import { Whole } from './whole';

const MOST = 8;

/** The lägesbild: one page to print and to put before a board, of the selection as it is. */
export function SummaryPage() {
  const { texts, format } = useLanguage();
  const words = texts.reports;
  const { filter } = useFilters();
  const { stage } = useNames();
  const asked = useReport('after-ethics', filter);
  const clocks = useReport('clocks', filter).data;
  return (
    <ReportPage title={words.pages.summary} asked={asked}>
      {(report) => (
        <>
          <p>
            {fill(words.periodSaid, {
              first: report.cohort.from === null ? words.start : format.date(report.cohort.from),
              last: format.date(report.cohort.to ?? report.refreshedAt),
            })}
          </p>
          <Button className="no-print" variant="default" size="xs" mb="sm" onClick={() => window.print()}>
            {words.print}
          </Button>
          <Lead report={report} />
          <Whole report={report} />
          <Section title={words.ranking}>
            <Owned rows={report.rows.slice(0, MOST)} name={stage} label={words.rankingChart} />
            {/* On paper there is room for one of the two. */}
            <div className="no-print">
              <RankingTable report={report} />
            </div>
          </Section>
          {clocks !== undefined && <Kept clocks={clocks.rows} />}
        </>
      )}
    </ReportPage>
  );
}
