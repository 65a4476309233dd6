import {
  type AccessRefusal,
  type Identity,
  type SeenInstance,
  answerOf,
  refusal,
  rolesOfWorkflow,
  ruleOfRoute,
} from '@ledtid/access';
import { type EventSpec, ROLES, type Role, type Workflow, rolesInStage } from '@ledtid/workflow';
import type { OpenAPIObject } from '@nestjs/swagger';

/** One call of the document. */
export interface Route {
  /** Its name: `operationId`. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Status of an answer that is no error. */
  readonly success: number;
}

/** Somebody who calls: the head of a column. */
export interface TableCaller {
  readonly name: string;
  readonly who: Identity | AccessRefusal;
}

/** Of what instance a row speaks. `own`: the caller’s own as applicant or data holder, else another’s. */
export interface TableCase {
  readonly workflow: string;
  readonly own: boolean;
}

/** A status; or 200 while it is the turn of the party for whom the caller speaks, else 403. */
export type TableAnswer = number | '200 / 403';

/** What every caller is answered by one route. */
export interface TableRow {
  readonly route: Route;
  /** Null where the route is not about one case. */
  readonly of: TableCase | null;
  /** Of the command route: which events, of which stage where that decides who may send them. */
  readonly event: { readonly type: string; readonly stage: string | null } | null;
  /** One for each of `TABLE_CALLERS`. */
  readonly answers: readonly TableAnswer[];
}

const SELF = { subject: 'self', organisations: ['own'], issuer: '' };

/** Everybody whom a route may meet: nobody, somebody of yesterday, and each role alone. */
export const TABLE_CALLERS: readonly TableCaller[] = [
  { name: 'nobody', who: refusal('token-missing') },
  { name: 'expired', who: refusal('token-expired') },
  ...ROLES.map((role) => ({ name: role, who: { ...SELF, roles: [role] } })),
];

/**
 * Routes that stand beside the document: another reading of a described address, where sign-in services send browsers
 * back to, and the board of the queues.
 */
const BESIDE_THE_DOCUMENT: readonly Route[] = [
  { operation: 'getHolderReport', method: 'GET', path: '/api/v1/reports/holder', success: 200 },
  {
    ...{ operation: 'completeSignIn', method: 'GET', path: '/api/v1/sign-in/{issuer}/callback' },
    success: 302,
  },
  { operation: 'watchQueues', method: 'GET', path: '/admin/queues/api/queues', success: 200 },
];

/** Every call of the document. Throws where one has no name: nothing could be said of it. */
export function routesOf({ paths }: Pick<OpenAPIObject, 'paths'>): Route[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { operationId?: string; responses: object }>).map(
      ([verb, { operationId, responses }]) => {
        const method = verb.toUpperCase();
        if (operationId === undefined) throw new Error(`${method} ${path} has no operationId.`);
        return { operation: operationId, method, path, success: Number(Object.keys(responses)[0]) };
      },
    ),
  );
}

/** Role × route × case × answer. Throws, naming it, on a route without a line in ROUTE_RULES. */
export function routeTable(
  document: Pick<OpenAPIObject, 'paths'>,
  workflows: readonly Workflow[],
): TableRow[] {
  return [...routesOf(document), ...BESIDE_THE_DOCUMENT].flatMap((route) => rowsOf(route, workflows));
}

function rowsOf(route: Route, workflows: readonly Workflow[]): TableRow[] {
  const rule = ruleOfRoute(route.operation);
  if (rule === undefined)
    throw new Error(
      `${route.method} ${route.path} (${route.operation}) declares nobody who may use it: give it a line in ROUTE_RULES of libs/access.`,
    );
  const answers = (workflow: Workflow | undefined, own: boolean) =>
    TABLE_CALLERS.map(({ who }) => answerOf(rule, who, seen(workflow, own)));
  if (rule.for !== 'case') return [{ route, of: null, event: null, answers: answers(undefined, false) }];
  return workflows.flatMap((workflow) =>
    [true, false].flatMap((own): TableRow[] => {
      const row = {
        route,
        of: { workflow: workflow.key, own },
        event: null,
        answers: answers(workflow, own),
      };
      return route.operation === 'sendCommand' ? commandRows(row, workflow) : [row];
    }),
  );
}

/** Whoever sees the case is answered by what the workflow says of the event. */
function commandRows(row: TableRow, workflow: Workflow): TableRow[] {
  return Object.entries(workflow.events).flatMap(([type, spec]) =>
    (spec.roles === 'stage' ? Object.keys(workflow.stages) : [null]).map((stage) => {
      const [always, sometimes] = sendersOf(workflow, spec, stage);
      const answers = TABLE_CALLERS.map(({ who }, place): TableAnswer => {
        const seen = row.answers[place] ?? 0;
        if (seen !== 200 || 'code' in who) return seen;
        if (always.some((role) => who.roles.includes(role))) return 200;
        return sometimes.some((role) => who.roles.includes(role)) ? '200 / 403' : 403;
      });
      return { ...row, event: { type, stage }, answers };
    }),
  );
}

/** Who may send it in any state, and who in some: of a cause, whoever speaks for the party whose turn it is. */
function sendersOf(
  workflow: Workflow,
  spec: EventSpec,
  stage: string | null,
): readonly [always: readonly Role[], sometimes: readonly Role[]] {
  if (spec.internal) return [[], []];
  const leaves = [...workflow.leaves.values()];
  return [rolesInStage(workflow, spec, stage, []), rolesInStage(workflow, spec, stage, leaves)];
}

/** An instance as the case policy sees it. What a parent opens has no form of its own. */
function seen(workflow: Workflow | undefined, own: boolean): SeenInstance {
  const roles: ReadonlySet<Role> = workflow ? rolesOfWorkflow(workflow) : new Set();
  return {
    workflow: workflow?.key ?? '',
    isChild: !workflow?.form,
    owner: own ? SELF.subject : 'another',
    delegations: [],
    holder: roles.has('data_holder') ? (own ? 'own' : 'another') : null,
    workflowRoles: roles,
  };
}
