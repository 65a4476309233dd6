import { hidePersonalData, readsAsPersonNumber } from '@ledtid/platform';
import { ROLES, type Role } from '@ledtid/workflow';
import type { JWTPayload } from 'jose';
import { type AccessRefusal, refusal } from './access-refusal';
import type { AssuranceLevel } from './assurance/level';
import type { Identity } from './identity';
import type { ClaimPath, ClaimRule, IssuerConfiguration } from './issuer-configuration';

/** Actors of automatic steps are called `system:<queue>`; no token may claim to be one. */
const RESERVED = 'system:';

/** What verified claims say about a person, by the rules of their issuer. */
export function identityFromClaims(
  claims: JWTPayload,
  issuer: IssuerConfiguration,
): Identity | AccessRefusal {
  const id = claimAt(claims, issuer.subject ?? 'sub');
  if (typeof id !== 'string' || id === '') return refusal('token-incomplete');
  const subject = `${issuer.subjectPrefix ?? ''}${id}`;
  if (subject.startsWith(RESERVED)) return refusal('token-reserved-subject');
  // It will stand in the ledgers for ever.
  if (readsAsPersonNumber(subject)) return refusal('token-subject-is-number');
  const roles = valuesOf(claims, issuer.roles ?? { claim: 'roles' }).filter(isRole);
  if (roles.length === 0) return refusal('token-no-role');
  const assurance = assuranceOf(claims, issuer);
  const name = claimAt(claims, issuer.name ?? 'name');
  return {
    subject,
    ...(typeof name === 'string' ? { name: hidePersonalData(name) } : {}),
    roles,
    // The number of a sole trader's firm is that person's.
    organisations: valuesOf(claims, issuer.organisations ?? { claim: 'organisations' }).filter(
      (organisation) => !readsAsPersonNumber(organisation),
    ),
    issuer: issuer.issuer,
    ...(assurance === undefined ? {} : { assurance }),
  };
}

/** By the map of its issuer: two issuers may mean different things by the same word. */
function assuranceOf(claims: JWTPayload, { assurance }: IssuerConfiguration): AssuranceLevel | undefined {
  if (assurance === undefined || 'always' in assurance) return assurance?.always;
  const value = claimAt(claims, assurance.claim ?? 'acr');
  return typeof value === 'string' && Object.hasOwn(assurance.map, value) ? assurance.map[value] : undefined;
}

function isRole(value: string): value is Role {
  return (ROLES as readonly string[]).includes(value);
}

/** Own properties only: a claim path must not reach `constructor` and the like. */
function claimAt(claims: JWTPayload, path: ClaimPath): unknown {
  const steps = typeof path === 'string' ? [path] : path;
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined,
    claims,
  );
}

function valuesOf(claims: JWTPayload, rule: ClaimRule): string[] {
  const found = claimAt(claims, rule.claim);
  const values = (Array.isArray(found) ? found : [found]).filter((value) => typeof value === 'string');
  const meant = rule.map === undefined ? values : values.flatMap((value) => meaningOf(value, rule.map ?? {}));
  return [...new Set(meant)];
}

function meaningOf(value: string, map: NonNullable<ClaimRule['map']>): readonly string[] {
  const meaning = Object.hasOwn(map, value) ? map[value] : undefined;
  return typeof meaning === 'string' ? [meaning] : (meaning ?? []);
}
