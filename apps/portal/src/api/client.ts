import createClient from 'openapi-fetch';
import type { components, paths } from './schema.generated';

/** Where the server says that the portal lies, with a slash at its end: `/`, or `/ledtid/` behind a proxy. */
export const BASE_PATH = new URL(document.baseURI).pathname;

/** Every call of the API. A request that changes something proves by its header that it comes from here. */
export const api = createClient<paths>({
  baseUrl: BASE_PATH.replace(/\/$/, ''),
  headers: { 'x-csrf-protection': '1' },
});

export type Schemas = components['schemas'];
export type Me = Schemas['MeBody'];
export type Text = Schemas['TextBody'];
export type Role = Me['roles'][number];
export type Case = Schemas['CaseBody'];
export type Child = Schemas['ChildBody'];
export type Stage = Schemas['StageBody'];
export type Action = Schemas['ActionBody'];
export type Clock = Schemas['ClockBody'];
export type Workflow = Schemas['WorkflowBody'];
export type QueueItem = Schemas['QueueItemBody'];
export type LedgerEvent = Schemas['EventBody'];
export type Party = Stage['party'];
