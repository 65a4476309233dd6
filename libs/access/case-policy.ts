import type { Role } from '@ledtid/workflow';
import type { Identity } from './identity';

/** Who is asking, as far as the policy of cases looks at it. */
export type CaseReader = Pick<Identity, 'subject' | 'roles' | 'organisations'>;

/**
 * What the policy must know of an instance. For a child, `owner` and `coApplicants` are those of its root.
 */
export interface SeenInstance {
  readonly workflow: string;
  readonly isChild: boolean;
  readonly owner: string;
  readonly coApplicants: readonly string[];
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
export type Ground = Sight &
  (
    | { readonly covers: 'all' }
    /** Roots whose owner or named co-applicant the subject is. */
    | { readonly covers: 'own-cases'; readonly subject: string }
    /** Children of such roots. */
    | { readonly covers: 'children-of-own-cases'; readonly subject: string }
    /** Children that concern one of these holders. */
    | { readonly covers: 'holder-children'; readonly holders: readonly string[] }
    /** Children that concern a holder, of workflows that give the role something to do: the releases. */
    | { readonly covers: 'worked-children'; readonly role: Role }
  );

/** Everything of an instance. */
export const WHOLE_SIGHT: Sight = { form: true, ledger: true };

/**
 * The table of docs/access.md. Total over the roles, so that a new role does not compile until somebody has
 * decided what it sees. Manager and administrator see no case: reports and configuration are routes of their own.
 */
const GROUNDS: Readonly<Record<Role, (identity: CaseReader) => readonly Ground[]>> = {
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

/** Every ground on which this identity sees anything; none means an empty list, not an unfiltered one. */
export function groundsOf(identity: CaseReader): readonly Ground[] {
  return identity.roles.flatMap((role) => GROUNDS[role](identity));
}

/** What this identity may read of the instance; null: it may not even know that it exists (404). */
export function sightOf(identity: CaseReader, instance: SeenInstance): Sight | null {
  const covering = groundsOf(identity).filter((ground) => covers(ground, instance));
  if (covering.length === 0) return null;
  return { form: covering.some(({ form }) => form), ledger: covering.some(({ ledger }) => ledger) };
}

/** Whether any case at all may be named to this identity, as in a list that is not asked case by case. */
export function seesAllCases(identity: CaseReader): boolean {
  return groundsOf(identity).some((ground) => ground.covers === 'all');
}

export function maySee(identity: CaseReader, instance: SeenInstance): boolean {
  return sightOf(identity, instance) !== null;
}

function covers(ground: Ground, instance: SeenInstance): boolean {
  switch (ground.covers) {
    case 'all':
      return true;
    case 'own-cases':
      return !instance.isChild && isApplicantOf(ground.subject, instance);
    case 'children-of-own-cases':
      return instance.isChild && isApplicantOf(ground.subject, instance);
    case 'holder-children':
      return instance.isChild && instance.holder !== null && ground.holders.includes(instance.holder);
    case 'worked-children':
      return instance.isChild && instance.holder !== null && instance.workflowRoles.has(ground.role);
  }
}

function isApplicantOf(subject: string, { owner, coApplicants }: SeenInstance): boolean {
  return owner === subject || coApplicants.includes(subject);
}
