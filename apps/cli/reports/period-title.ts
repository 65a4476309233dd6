interface Titled {
  readonly report: string;
  readonly period: { readonly from: string | null; readonly to: string | null };
}

/** The first line of a report, `clocks from 2026-01-01 to 2026-02-01`. */
export function periodTitle({ report, period: { from, to } }: Titled): string {
  return [report, ...(from === null ? [] : [`from ${from}`]), ...(to === null ? [] : [`to ${to}`])].join(' ');
}
