import { defineWorkflow } from '@ledtid/workflow';
import { EVENTS, MACHINE } from './machine';
import { TEXTS } from './texts';

export const workflow = defineWorkflow(MACHINE, EVENTS, TEXTS);
