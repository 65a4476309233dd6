import { resolve } from 'node:path';
import { type Settings, readSettings } from '@ledtid/platform';
import type { Command } from 'commander';
import type { Answer, Streams } from './output/answer';

/** What every command is given beside its own arguments. */
export interface Context {
  /** One JSON document to stdout and nothing else there. */
  readonly json: boolean;
  /** Where the embedded default keeps everything; absolute. */
  readonly dataDirectory: string;
  readonly settings: Settings;
  /** The command's answer. Long-lived commands print it when they are ready, others return it. */
  print(answer: Answer): void;
  /** How far it is: to stdout for people, to stderr under --json. */
  progress(text: string): void;
}

interface GlobalOptions {
  json?: boolean;
  dataDir?: string;
}

/** Throws `configuration-invalid` when an environment variable of the product cannot be used. */
export function contextOf(command: Command, streams: Streams, environment: NodeJS.ProcessEnv): Context {
  const { json = false, dataDir } = command.optsWithGlobals<GlobalOptions>();
  const settings = readSettings(environment, 'command');
  return {
    json,
    settings,
    dataDirectory: resolve(dataDir ?? settings.dataDir),
    print: ({ document, text }) => streams.out(`${json ? JSON.stringify(document, null, 2) : text}\n`),
    progress: (text) => (json ? streams.err : streams.out)(`${text}\n`),
  };
}
