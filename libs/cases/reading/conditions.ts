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
      return `(i.parent_id IS NULL AND i.owner = ${values.add(ground.subject)})`;
    case 'children-of-own-cases':
      return `(i.parent_id IS NOT NULL AND i.owner = ${values.add(ground.subject)})`;
    case 'holder-children':
      return `(i.parent_id IS NOT NULL AND i.holder = ANY(${values.add(ground.holders)}::text[]))`;
    case 'worked-children': {
      const workflows = values.add(sight.workflowsOf(ground.role));
      return `(i.parent_id IS NOT NULL AND i.holder IS NOT NULL AND i.workflow = ANY(${workflows}::text[]))`;
    }
    case 'delegated': {
      const lent = lentTo(ground, sight, values);
      return `(i.id = ANY(${lent}) OR i.root_id = ANY(${lent}))`;
    }
  }
}

/** Asked of the one index that holds nothing but what is lent, once for a list and not for each of its rows. */
function lentTo(
  { issuer, subject, roles }: Extract<Ground, { covers: 'delegated' }>,
  sight: CaseSight,
  values: Values,
): string {
  const person = values.add(JSON.stringify([{ issuer, subject }]));
  const names = `lent.issuer = ${values.add(issuer)} AND lent.subject = ${values.add(subject)}
    AND lent.role = ANY(${values.add(roles)}::text[])`;
  return `ARRAY(SELECT d.id FROM instance d,
      jsonb_to_recordset(d.delegations) AS lent (issuer text, subject text, role text, until timestamptz)
    WHERE d.delegations <> '[]' AND d.delegations @> ${person}::jsonb
      AND ${names} AND lent.until > ${values.add(sight.now())}::timestamptz)`;
}

/** Text in which LIKE finds nothing but itself. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
