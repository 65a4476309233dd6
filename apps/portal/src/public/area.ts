import type { RouteObject } from 'react-router';

/** For everybody, signed in or not: beside the pages that ask who is there. */
export const publicRoute: RouteObject = {
  path: 'public',
  lazy: async () => ({ Component: (await import('./public-page')).PublicPage }),
};
