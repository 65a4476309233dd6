import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson, renameIntoPlace, writeWhole } from './files';
import type { Outcome } from './outcome';
import { makePrivateFolder } from './release-area';
import { ReleaseFault } from './release-fault';

/** Told after each part of a step, for the queue's progress. `part` is a stable code. */
export type Progress = (update: { step: string; part: string; done: number; of: number }) => void;

/** Name of the file that marks a step's folder as finished and keeps its result. */
const RESULT_FILE = 'step.json';

export interface Mark<T> {
  inputDigest: string;
  result: T;
}

export type StepName = 'extraction' | 'pseudonymisation';

/** What stays of a delivered release. The marks let a late repetition of a step answer instead of beginning anew. */
export interface DeliveryRecord<T> {
  delivered: T;
  marks: Partial<Record<StepName, Mark<unknown>>>;
}

export interface StepFolders {
  /** Becomes the step's result; everything in it is renamed into place at once. */
  output: string;
  /** Removed when the step ends, however it ends. */
  scratch: string;
}

export interface StepRun<T> {
  step: StepName;
  /** Where the finished folder belongs. */
  place: string;
  /** Where the record of the delivery will be; `place` is wiped then. */
  record: string;
  /** Private folder, on the same file system, for the unfinished one. */
  work: string;
  /** Digest of everything that decides the result. */
  inputDigest: string;
  perform(folders: StepFolders): Promise<Outcome<T>>;
}

/**
 * Runs a step at most once to its end. A step that is finished answers with its first result; one that
 * was killed left nothing in its place and begins anew, in a folder of its own, so that two runs of one
 * step (a queue may start a job twice) never write into each other's files: the first to end wins.
 * Refused steps leave nothing. Fault `step-input-changed` when it was finished for other input.
 */
export async function runStep<T>(run: StepRun<T>): Promise<Outcome<T>> {
  const finished = await finishedResult<T>(run);
  if (finished) return finished;
  await makePrivateFolder(run.work);
  const folder = await mkdtemp(join(run.work, 'step-'));
  try {
    const folders = { output: join(folder, 'output'), scratch: join(folder, 'scratch') };
    await makePrivateFolder(folders.output);
    await makePrivateFolder(folders.scratch);
    const outcome = await run.perform(folders);
    if (!outcome.done) return outcome;
    const mark: Mark<T> = { inputDigest: run.inputDigest, result: outcome.value };
    await writeWhole(join(folders.output, RESULT_FILE), JSON.stringify(mark));
    const first = await renameIntoPlace(folders.output, run.place);
    return first ? outcome : ((await finishedResult<T>(run)) ?? outcome);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function finishedResult<T>(run: StepRun<T>): Promise<Outcome<T> | undefined> {
  const mark =
    (await readMark<T>(run.place)) ??
    ((await readJson<DeliveryRecord<unknown>>(run.record))?.marks[run.step] as Mark<T> | undefined);
  if (!mark) return undefined;
  if (mark.inputDigest === run.inputDigest) return { done: true, value: mark.result };
  throw new ReleaseFault(
    'step-input-changed',
    'This step was finished for other input.',
    'Start the next attempt of the release, with a new attempt number.',
  );
}

/** The mark of a finished step in its folder, or `undefined`. */
export async function readMark<T>(place: string): Promise<Mark<T> | undefined> {
  return readJson<Mark<T>>(join(place, RESULT_FILE));
}
