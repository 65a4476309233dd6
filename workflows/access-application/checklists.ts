import type { Checklist } from '@ledtid/workflow';
import document from './checklists.json';

/** Whether an application is complete (Art 67), and whether a permit may be issued (Art 68). Versions are only added. */
export const CHECKLISTS: readonly Checklist[] = document;
