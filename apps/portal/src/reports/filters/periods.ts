/** A period as the API takes it: civil dates, `to` not counted; null where it is open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export const PRESETS = ['all', 'thisYear', 'twelveMonths', 'lastQuarter'] as const;

export type Preset = (typeof PRESETS)[number];

/** The periods that people ask for, as seen from a day. */
export function presetPeriods(today: string): Readonly<Record<Preset, Period>> {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const quarter = Math.floor((month - 1) / 3) * 3 + 1;
  return {
    all: { from: null, to: null },
    thisYear: { from: firstOf(year, 1), to: null },
    twelveMonths: { from: firstOf(year, month - 11), to: null },
    lastQuarter: { from: firstOf(year, quarter - 3), to: firstOf(year, quarter) },
  };
}

/** Which of them a period is; null: dates of somebody's own. */
export function presetOf({ from, to }: Period, today: string): Preset | null {
  const periods = presetPeriods(today);
  return PRESETS.find((name) => periods[name].from === from && periods[name].to === to) ?? null;
}

/** People say the last day that counts, the API the first that does not. */
export const lastDayOf = (to: string) => moved(to, -1);
export const dayAfter = (last: string) => moved(last, 1);

function moved(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return civil(Date.UTC(year, month - 1, day + days));
}

function firstOf(year: number, month: number): string {
  return civil(Date.UTC(year, month - 1, 1));
}

function civil(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
