import {
  type ActivityBody,
  type ActivityCounts,
  type ActivityRow,
  DECISIONS,
  GROUPINGS,
  type Grouping,
} from './activity';

/** Applications that are alike. */
export interface ActivityCell {
  /** `purpose:53-1-e`; of every kind none, one or several. */
  characteristics: readonly string[];
  /** Whether they were submitted in the period. */
  submitted: boolean;
  /** What became of them in it; null: nothing yet, or not in it. */
  decision: string | null;
  cases: number;
}

const NOT_STATED = 'not-stated';

export function countApplications(cells: readonly ActivityCell[]): ActivityBody['applications'] {
  const groups = GROUPINGS.map((grouping) => [grouping, rowsBy(grouping, cells)] as const);
  return { ...counted(cells), ...(Object.fromEntries(groups) as Record<Grouping, ActivityRow[]>) };
}

/** An application of several codes counts in the row of each; the rows then add up to more than there are. */
function rowsBy(grouping: Grouping, cells: readonly ActivityCell[]): ActivityRow[] {
  const groups = new Map<string, ActivityCell[]>();
  for (const cell of cells) {
    for (const code of codesOf(grouping, cell)) {
      const group = groups.get(code);
      if (group === undefined) groups.set(code, [cell]);
      else group.push(cell);
    }
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, own]) => ({ key, ...counted(own) }));
}

function codesOf(grouping: Grouping, { characteristics }: ActivityCell): string[] {
  const own = characteristics.filter((characteristic) => characteristic.startsWith(`${grouping}:`));
  return own.length === 0
    ? [NOT_STATED]
    : own.map((characteristic) => characteristic.slice(grouping.length + 1));
}

function counted(cells: readonly ActivityCell[]): ActivityCounts {
  const sum = (of: (cell: ActivityCell) => boolean): number =>
    cells.reduce((total, cell) => total + (of(cell) ? cell.cases : 0), 0);
  const decisions = DECISIONS.map(
    (decision) => [decision, sum((cell) => cell.decision === decision)] as const,
  );
  return {
    submitted: sum(({ submitted }) => submitted),
    ...(Object.fromEntries(decisions) as Record<(typeof DECISIONS)[number], number>),
    decided: decisions.reduce((total, [, count]) => total + count, 0),
  };
}
