import { SystemTime } from '@ledtid/time';
import { openDemoIssuer } from '../demo-issuer';
import { endingText, stepText } from '../demo/demo-text';
import { runDemo } from '../demo/run-demo';
import type { CommandFile } from '../host';
import { serverUrlOf } from '../server-file';
import { packagesFolder } from '../start/demonstration-releases';

export const demoCommand: CommandFile = (program, host) => {
  program
    .command('demo')
    .description('one application from draft to access, over HTTP against a running server')
    .action(
      host.run(async (context) => {
        const serverUrl = await serverUrlOf(context);
        const issuer = await openDemoIssuer(context);
        const document = await runDemo({
          ...{ serverUrl, time: new SystemTime(), packages: packagesFolder(context.dataDirectory) },
          tokenOf: (asked) => issuer.issueToken(asked),
          told: (step) => context.progress(stepText(step)),
        });
        return { document, text: endingText(document) };
      }),
    );
};
