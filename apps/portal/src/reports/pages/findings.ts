import type { LeadTime, Row } from '../queries';

const KINDS = ['waiting', 'assigned', 'paused'] as const;

export interface Findings {
  /** The stage that owns most of the way. */
  readonly costliest: Row;
  /** How much earlier a case would have ended without it, on average over all cases. */
  readonly gainEach: number;
  /** What most of its time was. */
  readonly kind: { readonly name: (typeof KINDS)[number]; readonly share: number } | null;
  readonly topCause: { readonly code: string; readonly seconds: number } | null;
  /** Where more could be gained than there; null where nowhere. */
  readonly bestGain: Row | null;
}

/** What a report says first. Null where no stage owns any time. */
export function findings({ rows, cohort }: Pick<LeadTime, 'rows' | 'cohort'>): Findings | null {
  const stages = rows.filter(({ key }) => key !== 'none');
  const [costliest] = stages;
  if (costliest === undefined || costliest.contributed.seconds === 0) return null;
  const best = stages.reduce((most, row) => (row.removable > most.removable ? row : most));
  return {
    costliest,
    gainEach: costliest.removable / Math.max(1, cohort.cases),
    kind: largestKind(costliest),
    topCause: largestCause(costliest),
    bestGain: best === costliest ? null : best,
  };
}

function largestKind(row: Row): Findings['kind'] {
  const all = row.waiting + row.assigned + row.paused;
  if (all === 0) return null;
  const name = KINDS.reduce((most, kind) => (row[kind] > row[most] ? kind : most));
  return { name, share: row[name] / all };
}

function largestCause({ causes }: Row): Findings['topCause'] {
  const [first] = Object.entries(causes).sort(([, one], [, other]) => other - one);
  return first === undefined ? null : { code: first[0], seconds: first[1] };
}
