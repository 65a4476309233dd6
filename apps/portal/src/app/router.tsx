import { createBrowserRouter } from 'react-router';
import { BASE_PATH } from '../api/client';
import { applicationArea } from '../application/area';
import { casesArea } from '../cases/area';
import { publicRoute } from '../public/area';
import { meetingsArea } from '../meetings/area';
import { reportsArea } from '../reports/area';
import { SessionGate } from '../session/session-gate';
import { SignedInPage } from '../session/signed-in-page';
import { startArea } from '../start/area';
import { workArea } from '../work/area';
import type { Area } from './area';
import { NotFound, PageError } from './page-error';
import { Shell } from './shell';

/** In the order of the menu. */
const AREAS: readonly Area[] = [startArea, casesArea, applicationArea, workArea, meetingsArea, reportsArea];

/** Every page of the portal, below the path that the server says. */
export const router = createBrowserRouter(
  [
    { ...publicRoute, ErrorBoundary: PageError, HydrateFallback: () => null },
    {
      element: (
        <SessionGate>
          <Shell links={AREAS.flatMap(({ links }) => links)} />
        </SessionGate>
      ),
      ErrorBoundary: PageError,
      HydrateFallback: () => null,
      children: [
        {
          ErrorBoundary: PageError,
          children: [
            ...AREAS.flatMap(({ routes }) => routes),
            { path: 'signed-in', Component: SignedInPage },
            {
              path: 'sessions',
              lazy: async () => ({ Component: (await import('../session/sessions-page')).SessionsPage }),
            },
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ],
  { basename: BASE_PATH },
);
