import { ruleOfRoute } from '@ledtid/access';
import { ROLES } from '@ledtid/workflow';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import fc from 'fast-check';
import type { Route } from '../../../apps/api';
import { PEOPLE } from '../../../test/support/api-story';
import { SURROUNDINGS } from '../../../test/support/granted-case';
import type { Known } from './request-parts';
import { sampleRequest } from './sample-request';

/** What a request says, and the people who might say it. */
interface Sound {
  readonly body: object | null;
  readonly by: readonly string[];
}

/** A body that the route could take; of commands any event that the instance's workflow knows, by who may send it. */
export function soundBodies(route: Route, id: string, workflows: Known['workflows']): fc.Arbitrary<Sound> {
  const { body } = sampleRequest(route, id);
  const by = peopleOf(fittingRoles(route));
  if (route.operation === 'patchForm')
    return fc.integer({ min: 1, max: 4 }).map((formVersion) => ({ body: { ...body, formVersion }, by }));
  if (route.operation !== 'sendCommand') return fc.constant({ body, by });
  const version = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 20 }));
  return fc
    .tuple(fc.constantFrom(...soundCommands(workflows[id] ?? '')), version, fc.uuid())
    .map(([command, seen, idempotencyKey]) => ({
      ...command,
      body: { ...command.body, version: seen, idempotencyKey },
    }));
}

function soundCommands(key: string): Sound[] {
  const workflow = loadWorkflows().find((one) => one.key === key);
  const said = { note: 'Noted.', reason: 'For a reason.' };
  const own = loadSamples(key).events.flatMap(({ type, record }) => {
    const roles = workflow?.events[type]?.roles ?? [];
    const by = peopleOf(roles === 'stage' ? ROLES : roles);
    return [record, { ...record, ...said }].map((payload) => ({ body: { type, payload }, by }));
  });
  const common = Object.entries(workflow?.stages ?? {}).flatMap(([stage, { roles }]) =>
    ['CLAIM', 'PAUSE', 'RESUME', 'SET_CAUSE', 'HAND_OFF'].map((type) => ({
      ...{ body: { type, payload: { stage, ...STAGE_FIELDS[type] } }, by: peopleOf(roles) },
    })),
  );
  const officers = peopleOf(['case_officer']);
  const times = [
    { type: 'EXTEND_DEADLINE', payload: { clock: 'permit-decision', reason: 'Much to read.', days: 30 } },
    { type: 'CORRECT', payload: { number: 2, happenedAt: '2026-03-02T07:00:00Z', reason: 'Typed wrong.' } },
  ].map((body) => ({ body, by: officers }));
  const standing = [
    { type: 'SEND_MESSAGE', payload: { text: 'When may an answer be expected?' } },
    { type: 'DECLARE_CONFLICT', payload: { reason: 'A relative applies.' } },
    { type: 'LIFT_CONFLICT', payload: { subject: 'olle', reason: 'It was somebody of the same name.' } },
    {
      type: 'DELEGATE',
      payload: {
        ...{ role: 'case_officer', right: 'act', issuer: 'urn:ledtid:test-issuer', subject: 'lars' },
        until: '2026-06-01T00:00:00Z',
      },
    },
    { type: 'WITHDRAW_DELEGATION', payload: { number: 3 } },
  ].map((body) => ({ body, by: peopleOf(workflow?.events[body.type]?.roles as readonly string[]) }));
  return [...own, ...common, ...times, ...standing];
}

/** Whoever is of one of the roles; everybody where nobody is, as with what only the system sends. */
function peopleOf(roles: readonly string[]): string[] {
  const people = [...Object.values(PEOPLE), ...Object.values(SURROUNDINGS)];
  const fitting = people.filter((one) => one.roles.some((role) => roles.includes(role)));
  return (fitting.length > 0 ? fitting : people).map(({ subject }) => subject);
}

function fittingRoles({ operation }: Route): readonly string[] {
  const rule = ruleOfRoute(operation);
  if (rule?.for === 'roles') return rule.roles;
  return rule?.for === 'case' && rule.role !== null ? [rule.role] : ROLES;
}

const STAGE_FIELDS: Readonly<Record<string, object>> = {
  ...{ PAUSE: { cause: 'legal-opinion' }, SET_CAUSE: { cause: 'no-officer' }, HAND_OFF: { assignee: 'oda' } },
};
