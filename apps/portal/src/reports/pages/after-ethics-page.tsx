import { useLanguage } from '../../language/language';
import { useFilters } from '../filters/filters';
import { ReportPage } from '../parts/report-page';
import { useReport } from '../queries';
import { Lead } from './lead';
import { Parts, Ranking } from './ranking';
import { SlowestHolder } from './slowest-holder';
import { Trend } from './trend';
import { Whole } from './whole';
import { Why } from './why';

/** Where the time goes once ethics approval is in hand: the question that the whole product is about. */
export function AfterEthicsPage() {
  const { texts } = useLanguage();
  const { filter } = useFilters();
  const asked = useReport('after-ethics', filter);
  return (
    <ReportPage title={texts.reports.pages.afterEthics} asked={asked}>
      {(report) => (
        <>
          <Lead report={report} />
          <Whole report={report} />
          <Ranking report={report} />
          <Parts rows={report.rows} />
          <Why filter={filter} />
          <SlowestHolder filter={filter} />
          <Trend filter={filter} />
        </>
      )}
    </ReportPage>
  );
}
