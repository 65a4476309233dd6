import { sendLoad } from './commands/command-client';
import { answerTasks } from './support/child-process';

/** The client of the commands benchmark, in a process of its own so that it shares no event loop with the server. */
const TASKS = { send: sendLoad };

export type ClientTasks = typeof TASKS;

answerTasks(TASKS, () => Promise.resolve());
