import type { Area } from '../app/area';

/** Filling in what a case begins with. */
export const applicationArea: Area = {
  routes: [
    {
      path: 'applications/:id/:section?',
      lazy: async () => ({ Component: (await import('./application-page')).ApplicationPage }),
    },
  ],
  links: [],
};
