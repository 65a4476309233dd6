import type { Area } from '../app/area';
import { MyCasesPage } from './my-cases-page';

/** Cases: one's own, and each of them. */
export const casesArea: Area = {
  routes: [
    { path: 'cases', Component: MyCasesPage },
    {
      path: 'cases/:id/print',
      lazy: async () => ({ Component: (await import('../copies/print-page')).PrintPage }),
    },
    { path: 'cases/:id', lazy: async () => ({ Component: (await import('./case-page')).CasePage }) },
  ],
  links: [{ to: '/cases', label: ({ cases }) => cases.myCases, roles: ['applicant'] }],
};
