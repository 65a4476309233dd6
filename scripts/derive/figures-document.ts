import { FIGURE_DEFINITIONS } from '@ledtid/lead-time';

/** Every figure of a report with its definition in both languages: the whole of `docs/figures.md`. */
export function figuresDocument(): string {
  const rows = Object.entries(FIGURE_DEFINITIONS).map(
    ([field, { en, sv }]) => `| \`${field}\` | ${en} | ${sv} |`,
  );
  return [
    '# What a figure of a report means',
    '',
    'By the path of its field in the report. Durations are in seconds. This page is made from',
    '`libs/lead-time/reports/definitions.ts` by `npm run derive`.',
    '',
    '| figure | English | svenska |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
