import './reports.css';
import { Outlet } from 'react-router';
import { FilterBar } from './filters/filter-bar';
import { ReportTabs } from './report-tabs';

/** Around every report: the others, and what all of them are of. */
export function ReportsFrame() {
  return (
    <div className="report-area">
      <ReportTabs />
      <FilterBar />
      <Outlet />
    </div>
  );
}
