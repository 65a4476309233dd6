import type { LendableRole, Role } from '@ledtid/workflow';
import type { Delegation } from './delegation';
import type { Identity } from './identity';

/** Who is asking, as far as the policy of cases looks at it. Whoever no issuer vouches for is lent nothing. */
export type CaseReader = Pick<Identity, 'subject' | 'roles' | 'organisations'> &
  Partial<Pick<Identity, 'issuer'>>;

/** What the policy must know of an instance. For a child, `owner` is that of its root. */
export interface SeenInstance {
  readonly workflow: string;
  readonly isChild: boolean;
  readonly owner: string;
  /** Those in force now, of the instance and of the case to which it belongs. */
  readonly delegations: readonly Delegation[];
  /** The data holder whom a child concerns, else null. */
  readonly holder: string | null;
  /** The roles that the workflow's own declaration gives something to do (stages and events). */
  readonly workflowRoles: ReadonlySet<Role>;
}

/** What of an instance somebody may read. State, stages and clocks come with any sight at all. */
export interface Sight {
  /** The form, the payloads of events, and what else may hold free text. */
  readonly form: boolean;
  /** The ledger: ids, codes, dates, digests. */
  readonly ledger: boolean;
}

/**
 * One way to see instances. An identity sees an instance if any of its grounds covers it, and then the sum of
 * what they show. Plain data, so that a list can be asked of the database by the very rule that guards one case.
 */
type OwnGround = Sight &
  (
    | { readonly covers: 'all' }
    /** Roots whose owner the subject is. */
    | { readonly covers: 'own-cases'; readonly subject: string }
    /** Children of such roots. */
    | { readonly covers: 'children-of-own-cases'; readonly subject: string }
    /** Children that concern one of these holders. */
    | { readonly covers: 'holder-children'; readonly holders: readonly string[] }
    /** Children that concern a holder, of workflows that give the role something to do: the releases. */
    | { readonly covers: 'worked-children'; readonly role: Role }
  );

/** What was delegated to a person, and what lies below it. What it shows follows from the role that was lent. */
interface DelegatedGround {
  readonly covers: 'delegated';
  readonly issuer: string;
  readonly subject: string;
  /** Those that this person may be lent. */
  readonly roles: readonly LendableRole[];
}

export type Ground = OwnGround | DelegatedGround;

/** Everything of an instance. */
export const WHOLE_SIGHT: Sight = { form: true, ledger: true };

/**
 * The table of docs/access.md. Total over the roles, so that a new role does not compile until somebody has
 * decided what it sees. Manager and administrator see no case: reports and configuration are routes of their own.
 */
const GROUNDS: Readonly<Record<Role, (identity: CaseReader) => readonly OwnGround[]>> = {
  applicant: ({ subject }) => [
    { covers: 'own-cases', subject, ...WHOLE_SIGHT },
    { covers: 'children-of-own-cases', subject, form: false, ledger: false },
  ],
  case_officer: () => [{ covers: 'all', ...WHOLE_SIGHT }],
  legal_reviewer: () => [{ covers: 'all', ...WHOLE_SIGHT }],
  technical_reviewer: () => [{ covers: 'all', ...WHOLE_SIGHT }],
  decision_maker: () => [{ covers: 'all', ...WHOLE_SIGHT }],
  data_holder: ({ organisations }) => [{ covers: 'holder-children', holders: organisations, ...WHOLE_SIGHT }],
  environment_operator: () => [{ covers: 'worked-children', role: 'environment_operator', ...WHOLE_SIGHT }],
  data_engineer: () => [{ covers: 'worked-children', role: 'data_engineer', ...WHOLE_SIGHT }],
  manager: () => [],
  auditor: () => [{ covers: 'all', form: false, ledger: true }],
  administrator: () => [],
};

const OF_THE_BODY = ['case_officer', 'legal_reviewer', 'technical_reviewer', 'data_engineer'] as const;

/**
 * Which roles may be lent to whom: applicants stand in for applicants, and the body's people for each other. Who takes no
 * part in cases by a role of their own takes none by another's, and nobody is lent a decision.
 */
const LENT_TO: Readonly<Record<Role, readonly LendableRole[]>> = {
  applicant: ['applicant'],
  case_officer: OF_THE_BODY,
  legal_reviewer: OF_THE_BODY,
  technical_reviewer: OF_THE_BODY,
  decision_maker: OF_THE_BODY,
  data_holder: ['data_holder'],
  environment_operator: ['environment_operator'],
  data_engineer: OF_THE_BODY,
  manager: [],
  auditor: [],
  administrator: [],
};

/** Every ground on which this identity sees anything; none means an empty list, not an unfiltered one. */
export function groundsOf(identity: CaseReader): readonly Ground[] {
  const own = ownGroundsOf(identity);
  const { issuer, subject } = identity;
  const roles = lendableTo(identity);
  if (issuer === undefined || roles.length === 0) return own;
  return [...own, { covers: 'delegated', issuer, subject, roles }];
}

/** What this identity may read of the instance; null: it may not even know that it exists (404). */
export function sightOf(identity: CaseReader, instance: SeenInstance): Sight | null {
  const lent = delegationsTo(identity, instance).map((delegation) => lentReader(delegation, instance));
  const covering = [identity, ...lent].flatMap(ownGroundsOf).filter((ground) => covers(ground, instance));
  if (covering.length === 0) return null;
  return { form: covering.some(({ form }) => form), ledger: covering.some(({ ledger }) => ledger) };
}

/** What was delegated to this identity in the instance, and holds now. */
export function delegationsTo(identity: CaseReader, { delegations }: SeenInstance): readonly Delegation[] {
  const isTo = ({ issuer, subject, role }: Delegation) =>
    issuer === identity.issuer && subject === identity.subject && lendableTo(identity).includes(role);
  return delegations.filter(isTo);
}

function lendableTo({ roles }: CaseReader): readonly LendableRole[] {
  return [...new Set(roles.flatMap((role) => LENT_TO[role]))];
}

function ownGroundsOf(identity: CaseReader): readonly OwnGround[] {
  return identity.roles.flatMap((role) => GROUNDS[role](identity));
}

/** Whoever lent a role, with that role alone: a delegation is never delegated on. */
function lentReader({ grantor, role }: Delegation, { holder }: SeenInstance): CaseReader {
  return { subject: grantor, roles: [role], organisations: holder === null ? [] : [holder] };
}

/** Whether any case at all may be named to this identity, as in a list that is not asked case by case. */
export function seesAllCases(identity: CaseReader): boolean {
  return groundsOf(identity).some((ground) => ground.covers === 'all');
}

export function maySee(identity: CaseReader, instance: SeenInstance): boolean {
  return sightOf(identity, instance) !== null;
}

function covers(ground: OwnGround, instance: SeenInstance): boolean {
  switch (ground.covers) {
    case 'all':
      return true;
    case 'own-cases':
      return !instance.isChild && instance.owner === ground.subject;
    case 'children-of-own-cases':
      return instance.isChild && instance.owner === ground.subject;
    case 'holder-children':
      return instance.isChild && instance.holder !== null && ground.holders.includes(instance.holder);
    case 'worked-children':
      return instance.isChild && instance.holder !== null && instance.workflowRoles.has(ground.role);
  }
}
