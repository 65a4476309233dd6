import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IssuerConfiguration } from '@ledtid/access';
import { type ChangeSet, caseConfiguration } from '@ledtid/cases';
import { createLogger } from '@ledtid/platform';
import { loadWorkflows } from '@ledtid/workflows';
import { embeddedApp, embeddedCheckpoints } from '../apps/cli';
import { lettingAllIn } from './access/allow-all';
import { writeRecording } from './commands/recording';
import { answerTasks } from './support/child-process';
import { releasesOfNobody } from './support/releases-of-nobody';

interface ServerParts {
  readonly databaseUrl: string;
  readonly issuer: IssuerConfiguration;
  /** 0 for any free one. */
  readonly port: number;
  /** Keeps every ChangeSet in memory until it is asked for. */
  readonly record: boolean;
  /** Nobody at the door: whoever is named in a request is believed, and nothing is asked or traced. */
  readonly allowAll?: boolean;
}

const changes: ChangeSet[] = [];
let app: NestFastifyApplication | undefined;

/** API, worker and relay in one process, composed by the very code of `ledtid start`. */
const TASKS = {
  start: async ({ databaseUrl, issuer, port, record, allowAll }: ServerParts): Promise<string> => {
    const releases = releasesOfNobody();
    app = await embeddedApp({
      ...{ databaseUrl, configuration: caseConfiguration(loadWorkflows()), issuers: [issuer] },
      ...{ releases, checkpoints: await embeddedCheckpoints(releases.area), logger: createLogger('error') },
      ...(allowAll && { recompose: lettingAllIn }),
      ...(record && { witness: (change: ChangeSet) => void changes.push(change) }),
    });
    await app.listen(port, '127.0.0.1');
    return app.getUrl();
  },
  /** Writes what was recorded to a file. */
  save: async (file: string): Promise<void> => writeRecording(file, changes),
};

export type ServerTasks = typeof TASKS;

answerTasks(TASKS, async () => app?.close());
