import type { CommandFile } from '../host';
import { benchCommand } from './bench';
import { checkpointCommand } from './checkpoint';
import { demoCommand } from './demo';
import { disposeCommand } from './dispose';
import { exportCommand } from './export';
import { importLogCommand } from './import-log';
import { rebuildCommand } from './rebuild';
import { reportCommand } from './report';
import { startCommand } from './start';
import { survivalCommand } from './survival';
import { tokenCommand } from './token';
import { verifyCommand } from './verify';

/** In the order of the help. */
export const COMMANDS: readonly CommandFile[] = [
  startCommand,
  demoCommand,
  tokenCommand,
  importLogCommand,
  exportCommand,
  reportCommand,
  survivalCommand,
  verifyCommand,
  checkpointCommand,
  disposeCommand,
  rebuildCommand,
  benchCommand,
];
