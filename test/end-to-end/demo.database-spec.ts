import { SystemTime } from '@ledtid/time';
import { type DemoDocument, runDemo } from '../../apps/cli';
import { type DemonstrationServer, startDemonstration } from '../support/demonstration-server';

describe('the demonstration over HTTP', () => {
  let server: DemonstrationServer;
  let demo: DemoDocument;

  beforeAll(async () => {
    server = await startDemonstration();
    demo = await runDemo({
      ...{ serverUrl: server.url, time: new SystemTime() },
      tokenOf: (asked) => server.issuer.issueToken(asked),
      told: (step) =>
        process.stderr.write(
          `${step.number} ${step.who?.name} ${step.what} ${step.stateAfter} ${step.refusal?.text}\n`,
        ),
    });
  }, 120_000);
  afterAll(() => server.close());

  it('ends', () => {
    expect(demo.case.outcome).toBe('partial');
  });
});
