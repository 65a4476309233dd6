import type { Report } from '@ledtid/lead-time';
import type { TimeSource } from '@ledtid/time';
import { ApiClient } from './api-client';
import { DRAFT } from './application-form';
import { decision } from './decision';
import { DemoRun } from './demo-run';
import type { DemoStep, NamedCase } from './demo-step';
import { intake } from './intake';
import { SignedIn, type TokenOf } from './people';
import { releases } from './releases';
import { packageOf } from './package-of';
import { review } from './review';
import { WorkerWatch } from './worker-watch';

export interface DemoOptions {
  /** `http://localhost:3000`. */
  readonly serverUrl: string;
  readonly tokenOf: TokenOf;
  readonly time: TimeSource;
  /** How long the worker may take for one step of a release. */
  readonly patienceSeconds?: number;
  /** Where the environment keeps its packages, if it is on this machine. */
  readonly packages?: string;
  readonly told?: (step: DemoStep) => void;
}

/** A release whose data can be opened. */
export interface Delivered extends NamedCase {
  /** Path of the sealed package, where the environment is on this machine. */
  readonly package: string | null;
}

/** What `demo --json` prints. */
export interface DemoDocument {
  readonly case: {
    readonly id: string;
    readonly registrationNumber: string | null;
    readonly outcome: string | null;
    readonly state: readonly string[];
  };
  readonly releases: readonly Delivered[];
  readonly steps: readonly DemoStep[];
  /** Of this case alone, in the shape of `report lead-time`. */
  readonly leadTime: Report;
}

/**
 * One application from draft to access over HTTP, under nine identities. Throws `CommandError`: what went
 * otherwise than it should, where, and what to do. May be run as often as one likes: every run is a case of
 * its own.
 */
export async function runDemo(options: DemoOptions): Promise<DemoDocument> {
  const { serverUrl, tokenOf, time, patienceSeconds = 120, told = () => undefined } = options;
  const people = new SignedIn(tokenOf);
  const run = new DemoRun({ client: new ApiClient(serverUrl), people, told });
  const watch = new WorkerWatch(run, patienceSeconds);
  const { id } = await run.drafts(DRAFT);
  const story = { run, watch, time, application: { id, name: 'application' } };
  await intake(story);
  await review(story);
  await decision(story);
  const opened = await releases(story);
  const delivered = await Promise.all(
    opened.map(async (release) => ({ ...release, package: await packageOf(options.packages, release) })),
  );
  const { registrationNumber, outcome, state } = await run.read('cecilia', id);
  const leadTime = await run.request<Report>('cecilia', 'GET', `/reports/lead-time?case=${id}`);
  return {
    case: { id, registrationNumber, outcome, state },
    releases: delivered,
    steps: run.steps,
    leadTime,
  };
}
