import { Navigate, Route, Routes } from 'react-router';
import { HolderPage } from './pages/holder-page';
import { REPORT_PAGES } from './report-pages';
import { ReportsFrame } from './reports-frame';
import { NotFound } from '../app/page-error';

/** The reports and their charts: loaded when somebody first asks for one. */
export function ReportRouter() {
  return (
    <Routes>
      <Route element={<ReportsFrame />}>
        <Route index element={<Navigate replace to={REPORT_PAGES[0]?.path ?? ''} />} />
        {REPORT_PAGES.map(({ path, Component }) => (
          <Route key={path} path={path} element={<Component />} />
        ))}
      </Route>
      <Route path="holder" element={<HolderPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
