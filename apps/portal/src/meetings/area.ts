import type { Role } from '../api/client';
import type { Area } from '../app/area';

/** Whose cases come up in the council. */
const OF_THE_BODY: readonly Role[] = [
  ...(['case_officer', 'legal_reviewer', 'technical_reviewer', 'decision_maker'] as const),
];

export const meetingsArea: Area = {
  routes: [
    { path: 'meetings', lazy: async () => ({ Component: (await import('./meetings-page')).MeetingsPage }) },
  ],
  links: [{ to: '/meetings', label: ({ meetings }) => meetings.title, roles: OF_THE_BODY }],
};
