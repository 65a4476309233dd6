import type { Survival } from '@ledtid/lead-time';
import { type Column, table, wrapped } from '../output/table';

type Quantile = Survival['groups'][number]['quantiles'][number];

/** The quartiles of each group with their interval, in the unit of the file; `by` is the column of groups. */
export function survivalText({ groups }: Survival, by: string | undefined, transform: string): string {
  const shares = groups[0]?.quantiles.map(({ p }) => `by ${p * 100} %`) ?? [];
  const columns: Column[] = [
    { title: by ?? 'group', align: 'left' },
    ...['n', 'events', ...shares].map((title) => ({ title, align: 'right' }) as const),
  ];
  const rows = groups.map(({ key, n, events, quantiles }) => [
    ...[key, `${n}`, `${events}`],
    ...quantiles.map(quantile),
  ]);
  const legend =
    'The time by which a quarter, half, three quarters have ended (Kaplan-Meier), and its 95 % interval ' +
    `(${transform}), in the unit of the file; "-" where the curve or its limit does not reach.`;
  return `${table(columns, rows)}\n\n${wrapped(legend)}`;
}

function quantile({ value, lower, upper }: Quantile): string {
  return `${number(value)} (${number(lower)} to ${number(upper)})`;
}

/** Twelve digits: more than any file has, and without the noise of halving two of them. */
function number(value: number | null): string {
  return value === null ? '-' : `${Number(value.toPrecision(12))}`;
}
