import { LeadTimeReports, isRefusal } from '@ledtid/lead-time';
import { SystemTime } from '@ledtid/time';
import { InvalidArgumentError } from 'commander';
import { installedConfiguration } from '../configuration';
import type { Context } from '../context';
import type { CommandFile } from '../host';
import { CommandError } from '../problem';
import { refused } from '../refused';
import { Closers } from '../start/closers';
import { Interruption } from '../start/interruption';
import { type RunningServer, startEmbedded } from '../start/start-embedded';
import { welcome } from '../start/welcome';

interface Flags {
  readonly port?: number;
  readonly empty?: boolean;
}

export const startCommand: CommandFile = (program, host) => {
  program
    .command('start')
    .description('the embedded default: database, API and worker in one process, with a demonstration')
    .option('--port <n>', 'where it listens (default: PORT, else 3000); 0 for any free one', portNumber)
    .option('--empty', 'without the history of the demonstration')
    .action(
      host.run(async (context, { port = context.settings.port, empty = false }: Flags) => {
        refuseOwnServices(context);
        const interruption = new Interruption();
        const closers = new Closers();
        try {
          const server = await startEmbedded(context, { port, empty }, closers, interruption);
          context.print(
            welcome({
              ...server,
              dataDirectory: context.dataDirectory,
              report: await afterEthics(context, server),
            }),
          );
          await interruption.asked;
        } catch (thrown) {
          // Ctrl-C reaches what we have started as well, and it fails in its own way.
          if (!interruption.isAsked) throw thrown;
        } finally {
          await closers.closeAll();
          interruption.end();
        }
        context.progress('Stopped.');
        return null;
      }),
    );
};

/** The embedded default beside somebody's own services would be two products that look like one. */
function refuseOwnServices({ settings }: Context): void {
  const remedy =
    'Run `node dist/apps/api/main.js` and `node dist/apps/worker/main.js` with your own database and issuers (README.md).';
  if (settings.environment === 'production') {
    const reason = 'The embedded default signs in anybody as anybody, and NODE_ENV is production.';
    throw new CommandError('demo-issuer-in-production', reason, remedy);
  }
  if (settings.databaseUrl !== null) {
    const reason = 'The embedded default brings its own database, and DATABASE_URL names another.';
    throw new CommandError(
      'own-database-with-start',
      reason,
      `Unset DATABASE_URL. For production: ${remedy}`,
    );
  }
}

async function afterEthics(context: Context, { pool }: RunningServer) {
  const reports = new LeadTimeReports(pool, new SystemTime(), installedConfiguration(context));
  const report = await reports.report('after-ethics');
  return isRefusal(report) ? refused(report.refused) : report;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number up to 65535.');
}
