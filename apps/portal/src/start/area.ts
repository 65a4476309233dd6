import type { Area } from '../app/area';
import { StartPage } from './start-page';

export const startArea: Area = {
  routes: [{ index: true, Component: StartPage }],
  links: [{ to: '/', label: ({ start }) => start.title }],
};
