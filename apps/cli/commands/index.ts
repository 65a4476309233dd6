import type { CommandFile } from '../host';
import { benchCommand } from './bench';
import { checkpointCommand } from './checkpoint';
import { demoCommand } from './demo';
import { disposeCommand } from './dispose';
import { documentsCommand } from './documents';
import { exportCommand } from './export';
import { grantCommand } from './grant';
import { importLogCommand } from './import-log';
import { openKeyCommand } from './open-key';
import { pruneCommand } from './prune';
import { rebuildCommand } from './rebuild';
import { reportCommand } from './report';
import { startCommand } from './start';
import { survivalCommand } from './survival';
import { tokenCommand } from './token';
import { verifyCommand } from './verify';

/** In the order of the help. */
export const COMMANDS: readonly CommandFile[] = [
  startCommand,
  tokenCommand,
  importLogCommand,
  exportCommand,
  reportCommand,
  survivalCommand,
  verifyCommand,
  checkpointCommand,
  disposeCommand,
  documentsCommand,
  pruneCommand,
  rebuildCommand,
  grantCommand,
  openKeyCommand,
];

/** What nobody needs in production: the walk through one case, the benchmarks. */
export const COMMANDS_FOR_TRYING_OUT: readonly CommandFile[] = [demoCommand, benchCommand];
