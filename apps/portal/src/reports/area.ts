import type { Role } from '../api/client';
import type { Area } from '../app/area';

/** Whom the server answers with reports of the whole body. */
const READERS: readonly Role[] = [
  ...(['manager', 'case_officer', 'legal_reviewer', 'technical_reviewer', 'decision_maker'] as const),
  ...(['data_engineer', 'auditor', 'administrator'] as const),
];

/** Reports for management and everybody who reads them. */
export const reportsArea: Area = {
  routes: [
    { path: 'reports/*', lazy: async () => ({ Component: (await import('./report-router')).ReportRouter }) },
  ],
  links: [
    { to: '/reports', label: ({ reports }) => reports.title, roles: READERS },
    { to: '/reports/holder', label: ({ reports }) => reports.pages.holder, roles: ['data_holder'] },
  ],
};
