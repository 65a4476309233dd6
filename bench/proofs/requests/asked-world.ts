import { caseConfiguration } from '@ledtid/cases';
import { QueuesModule, createLogger } from '@ledtid/platform';
import { TurnedTime } from '@ledtid/time';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import type { OpenAPIObject } from '@nestjs/swagger';
import { mountBoard } from '../../../apps/api';
import { ApiStory, PEOPLE } from '../../../test/support/api-story';
import { newDocumentSettings } from '../../../test/support/document-settings';
import { SURROUNDINGS, grantedCase } from '../../../test/support/granted-case';
import { type Person, RunningApi } from '../../../test/support/running-api';

/** A text that lies in somebody's case, and the people who may read it. */
export interface Secret {
  readonly text: string;
  readonly knownTo: ReadonlySet<string>;
}

/** A server with cases of several people, each with a text of its own, and who may ask for what. */
export interface AskedWorld {
  readonly api: RunningApi;
  readonly document: OpenAPIObject;
  /** Of every instance. */
  readonly ids: readonly string[];
  /** Key of the workflow of each id. */
  readonly workflows: Readonly<Record<string, string>>;
  /** The header of everybody who has a token, by name. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly secrets: readonly Secret[];
}

const START = '2026-03-02T08:00:00.000Z';
const STAFF = ['olle', 'oda', 'lisa', 'dan', 'berit', 'hanna'];

/** Texts that stand nowhere else, and that no generated request says. */
const TEXTS = {
  annasForm: 'canary-heron-of-anna',
  bosForm: 'canary-kestrel-of-bo',
  question: 'canary-plover-asked',
  norr: 'canary-avocet-of-norr',
  hjarta: 'canary-dunlin-of-hjarta',
};

const SECRETS: readonly Secret[] = [
  { text: TEXTS.annasForm, knownTo: new Set(['anna', ...STAFF]) },
  { text: TEXTS.bosForm, knownTo: new Set(['bo', ...STAFF]) },
  { text: TEXTS.question, knownTo: new Set(['anna', ...STAFF]) },
  { text: TEXTS.norr, knownTo: new Set(['ines', ...STAFF]) },
  { text: TEXTS.hjarta, knownTo: new Set(['johan', ...STAFF]) },
];

export async function askedWorld(databaseUrl: string, directory: string): Promise<AskedWorld> {
  const configuration = caseConfiguration(loadWorkflows());
  const names = configuration.registry.stages();
  const queues = { names, databaseUrl, redisUrl: undefined, logger: createLogger('silent') };
  const api = await RunningApi.start({
    ...{ databaseUrl, configuration, time: new TurnedTime(START), prepare: mountBoard },
    imports: [QueuesModule.forRoot(queues)],
    documents: newDocumentSettings(directory),
  });
  const workflows = await plantedCases(new ApiStory(api));
  const { body } = await api.call<OpenAPIObject>(null, 'GET', '/api/openapi.json');
  return {
    api,
    document: body,
    ids: Object.keys(workflows),
    workflows,
    tokens: await tokensOf(api),
    secrets: SECRETS,
  };
}

/** The workflow of each planted instance, by its id. */
async function plantedCases(story: ApiStory): Promise<Record<string, string>> {
  const form = (summary: string) => ({ ...loadSamples('access-application').form, summary });
  const said = { form: form(TEXTS.annasForm), question: TEXTS.question };
  const answers = { 'region-norr': TEXTS.norr, 'registry-hjarta': TEXTS.hjarta };
  const granted = await grantedCase(story, { ...said, answers });
  const submitted = await story.draft('access-application', form(TEXTS.bosForm), PEOPLE.bo);
  await story.must(submitted, 'SUBMIT', PEOPLE.bo);
  const applications = [
    ...[granted.id, submitted],
    await story.draft('access-application', form(TEXTS.bosForm), PEOPLE.bo),
    await story.draft('access-application', form(TEXTS.annasForm), PEOPLE.anna),
  ];
  const of = (workflow: string, ids: readonly string[]) => ids.map((id) => [id, workflow] as const);
  return Object.fromEntries([
    ...of('access-application', applications),
    ...of('feasibility-inquiry', Object.values(granted.inquiries)),
    ...of('release', Object.values(granted.releases)),
    ...of('permit', [granted.permit]),
  ]);
}

async function tokensOf(api: RunningApi): Promise<Record<string, string>> {
  const people: readonly Person[] = [
    ...Object.values(PEOPLE),
    ...Object.values(SURROUNDINGS),
    { ...PEOPLE.anna, subject: 'expired', expired: true },
  ];
  const entries = people.map(async (one) => [one.subject, `Bearer ${await api.tokenOf(one)}`] as const);
  return Object.fromEntries(await Promise.all(entries));
}
