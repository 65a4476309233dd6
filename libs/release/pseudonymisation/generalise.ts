import { quoteName, quoteText } from '../engine/quote';
import type { OutputVariable } from '../selection/compile-selection';
import type { Generalisation } from '../selection/selection';

/** SQL of a released variable under its permit's generalisation, and the type it then has. */
export function generalised(
  variable: OutputVariable,
  rule: Generalisation | undefined,
): { sql: string; type: OutputVariable['type'] } {
  const column = `r0.${quoteName(variable.name)}`;
  if (!rule) return { sql: column, type: variable.type };
  if ('round' in rule) return { sql: `round(${column}, ${rule.round.decimals})`, type: variable.type };
  if ('date' in rule) {
    const local = variable.type === 'timestamp' ? `timezone('Europe/Stockholm', ${column})` : column;
    return { sql: `strftime(${local}, ${quoteText(rule.date === 'year' ? '%Y' : '%Y-%m')})`, type: 'text' };
  }
  return { sql: bandSql(column, variable.type, rule.band), type: 'text' };
}

/** Whole numbers: `50-59`. Decimals: `50-<60`, for 59.5 is in it too. */
function bandSql(
  column: string,
  type: OutputVariable['type'],
  { width, top }: { width: number; top?: number },
): string {
  const lower = `floor(${column} / ${width}) * ${width}`;
  const whole = type === 'integer' && Number.isInteger(width);
  const spell = (value: string): string =>
    whole ? `CAST(CAST(${value} AS BIGINT) AS VARCHAR)` : `CAST(${value} AS VARCHAR)`;
  const band = whole
    ? `${spell(lower)} || '-' || ${spell(`${lower} + ${width - 1}`)}`
    : `${spell(lower)} || '-<' || ${spell(`${lower} + ${width}`)}`;
  if (top === undefined) return `CASE WHEN ${column} IS NOT NULL THEN ${band} END`;
  return `CASE WHEN ${column} >= ${top} THEN ${quoteText(`${top}+`)} WHEN ${column} IS NOT NULL THEN ${band} END`;
}
