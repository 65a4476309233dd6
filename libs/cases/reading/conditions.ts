import type { Ground } from '@ledtid/access';
import type { CaseSight } from './sight';

/** Collects the values of one statement: each call of `add` gives the place that stands for its value. */
export class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/**
 * The policy's grounds as a condition on `instance i`, so that a list shows exactly what reading one by one
 * would. No ground gives FALSE and not an unfiltered list.
 */
export function seenBy(grounds: readonly Ground[], sight: CaseSight, values: Values): string {
  if (grounds.length === 0) return 'FALSE';
  return `(${grounds.map((ground) => covered(ground, sight, values)).join(' OR ')})`;
}

function covered(ground: Ground, sight: CaseSight, values: Values): string {
  switch (ground.covers) {
    case 'all':
      return 'TRUE';
    case 'own-cases':
      return `(i.parent_id IS NULL AND ${applicantOf(ground.subject, values)})`;
    case 'children-of-own-cases':
      return `(i.parent_id IS NOT NULL AND ${applicantOf(ground.subject, values)})`;
    case 'holder-children':
      return `(i.parent_id IS NOT NULL AND i.holder = ANY(${values.add(ground.holders)}::text[]))`;
    case 'worked-children': {
      const workflows = values.add(sight.workflowsOf(ground.role));
      return `(i.parent_id IS NOT NULL AND i.holder IS NOT NULL AND i.workflow = ANY(${workflows}::text[]))`;
    }
  }
}

/** Owner and co-applicants are those of the root, for its children too. */
function applicantOf(subject: string, values: Values): string {
  const place = values.add(subject);
  return `i.root_id IN (SELECT root.id FROM instance root WHERE root.parent_id IS NULL
    AND (root.owner = ${place} OR root.context -> 'coApplicants' ? ${place}))`;
}
