import { defineWorkflow } from '@ledtid/workflow';
import { EVENTS } from './events';
import { MACHINE } from './machine';
import { TEXTS } from './texts';

export const workflow = defineWorkflow(MACHINE, EVENTS, TEXTS);
