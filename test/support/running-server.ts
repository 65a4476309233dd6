import type { IssuerConfiguration } from '@ledtid/access';
import { caseConfiguration } from '@ledtid/cases';
import { createLogger } from '@ledtid/platform';
import { loadWorkflows } from '@ledtid/workflows';
import { embeddedApp } from '../../apps/cli';
import type { DocumentSettings } from '../../apps/api';
import type { ReleaseSettings } from '../../apps/worker';
import { newCheckpointSettings } from './checkpoint-settings';

export interface ServerParts {
  readonly databaseUrl: string;
  readonly issuers: readonly IssuerConfiguration[];
  readonly releases: ReleaseSettings;
  readonly documents?: DocumentSettings;
}

/** API and worker in one process, as `ledtid start` composes them, on a port of its own. */
export interface RunningServer {
  readonly url: string;
  /** Everything that was logged, a line each. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const logged: string[] = [];
  const logger = createLogger('debug', { write: (line: string) => void logged.push(line) });
  const checkpoints = newCheckpointSettings(parts.releases.area);
  const configuration = caseConfiguration(loadWorkflows());
  const app = await embeddedApp({ ...parts, configuration, checkpoints, logger });
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl(), logged, close: () => app.close() };
}
