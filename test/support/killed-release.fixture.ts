import { readFileSync } from 'node:fs';
import type { ExtractionInput } from '@ledtid/release';
import { releaseBody, runRelease } from './release-body';

/*
 * A process of its own that runs a release and kills itself with -9 when a step tells of a part:
 * `FILE STEP/PART`, with the body and the release's input as JSON in the file.
 */
async function main(file: string, end: string): Promise<void> {
  const { root, identity, input } = JSON.parse(readFileSync(file, 'utf8')) as {
    root: string;
    identity: string;
    input: ExtractionInput;
  };
  const body = await releaseBody({ root, identity });
  body.context.progress = ({ step, part }) => {
    if (`${step}/${part}` === end) process.kill(process.pid, 'SIGKILL');
  };
  await runRelease(body, input);
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
