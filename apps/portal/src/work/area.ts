import type { Role } from '../api/client';
import type { Area } from '../app/area';
import { WorkPage } from './work-page';

/** Who works stages that are not only their own cases; the server says of each stage who works it. */
const WORKERS: readonly Role[] = [
  ...(['case_officer', 'legal_reviewer', 'technical_reviewer', 'decision_maker'] as const),
  ...(['data_holder', 'environment_operator', 'data_engineer'] as const),
];

export const workArea: Area = {
  routes: [
    { path: 'work', Component: WorkPage },
    { path: 'queues', lazy: async () => ({ Component: (await import('./queues-page')).QueuesPage }) },
    { path: 'queues/:stage', lazy: async () => ({ Component: (await import('./queue-page')).QueuePage }) },
  ],
  links: [
    { to: '/work', label: ({ work }) => work.title, roles: WORKERS },
    { to: '/queues', label: ({ work }) => work.queues, roles: [...WORKERS, 'auditor'] },
  ],
};
