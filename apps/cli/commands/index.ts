import type { CommandFile } from '../host';
import { importLogCommand } from './import-log';
import { rebuildCommand } from './rebuild';
import { reportCommand } from './report';
import { tokenCommand } from './token';
import { verifyCommand } from './verify';

/** In the order of the help. */
export const COMMANDS: readonly CommandFile[] = [
  tokenCommand,
  importLogCommand,
  reportCommand,
  verifyCommand,
  rebuildCommand,
];
