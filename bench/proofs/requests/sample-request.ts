import type { Route } from '../../../apps/api';
import { loadSamples } from '@ledtid/workflows';

/** What a call is sent with, apart from who sends it. */
export interface SampleRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | null;
  /** In place of the body, as it is, with the headers that tell of it. */
  readonly text: string | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The least that is a document. */
const DOCUMENT = '%PDF-1.7\n%%EOF\n';

const AS_DOCUMENT: SampleRequest['headers'] = [
  ['content-type', 'application/octet-stream'],
  ['content-disposition', "attachment; filename*=UTF-8''plan.pdf"],
];

const TAKE_DOCUMENTS = ['addDocument', 'replaceDocument'];

/** A value for every name in braces but `id`, which the caller gives. */
const PARAMETERS: Readonly<Record<string, string>> = {
  key: 'access-application',
  stage: 'extraction',
  report: 'lead-time',
  issuer: 'staff',
  session: '00000000-0000-7000-8000-000000000001',
  documentId: '00000000-0000-7000-8000-000000000001',
};

const QUERIES: Readonly<Record<string, SampleRequest['query']>> = {
  getHolderReport: { holder: 'region-norr' },
  getCasesBehind: { key: 'total' },
  getLengths: { key: 'total' },
  signIn: { issuer: 'staff', returnTo: '/' },
  addDocument: { kind: 'other' },
};

const BODIES: Readonly<Record<string, () => SampleRequest['body']>> = {
  signOut: () => ({}),
  signOutEverywhere: () => ({}),
  backChannelLogout: () => ({ logout_token: 'none' }),
  endSession: () => ({}),
  endSessions: () => ({ subject: 'nobody' }),
  createCase: () => ({ workflow: 'access-application', form: loadSamples('access-application').form ?? {} }),
  patchForm: () => ({ formVersion: 1, patch: { projectName: 'Another name' } }),
  markMessagesRead: () => ({ number: 1 }),
  sendCommand: () => ({
    ...{ type: 'CLAIM', payload: { stage: 'prequalification' }, version: 1, idempotencyKey: 'sample' },
  }),
};

/**
 * A sound request of any route. Throws on a route that needs what is not here: whoever adds a route that takes a body,
 * or another name in its path, says here what it may be sent.
 */
export function sampleRequest({ operation, method, path }: Route, id: string): SampleRequest {
  const filled = path.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = name === 'id' ? id : PARAMETERS[name];
    if (value === undefined) throw new Error(`${operation}: no sample of {${name}} in sample-request.ts.`);
    return value;
  });
  const body = BODIES[operation]?.() ?? null;
  const text = TAKE_DOCUMENTS.includes(operation) ? DOCUMENT : null;
  if (body === null && text === null && method !== 'GET')
    throw new Error(`${operation}: no sample body in sample-request.ts.`);
  const headers = text === null ? [] : AS_DOCUMENT;
  return { path: filled, query: QUERIES[operation] ?? {}, body, text, headers };
}
