import { Link, useLocation } from 'react-router';
import { useLanguage } from '../language/language';
import { searchOf, useFilters } from './filters/filters';
import { REPORT_PAGES } from './report-pages';

/** From report to report with the same selection. */
export function ReportTabs() {
  const { texts } = useLanguage();
  const { pathname } = useLocation();
  const { filter } = useFilters();
  return (
    <nav aria-label={texts.reports.title}>
      <ul className="report-tabs">
        {REPORT_PAGES.map(({ path, name }) => (
          <li key={path}>
            <Link
              to={`/reports/${path}${searchOf(filter)}`}
              aria-current={pathname === `/reports/${path}` ? 'page' : undefined}
            >
              {texts.reports.pages[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
