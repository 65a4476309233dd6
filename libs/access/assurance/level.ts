/**
 * How surely an issuer knows whom it signed in, the least sure first: the levels of eIDAS (Implementing Regulation
 * (EU) 2015/1502). The Swedish trust framework's LoA2, LoA3 and LoA4 answer to low, substantial and high.
 */
export const ASSURANCE_LEVELS = ['none', 'low', 'substantial', 'high'] as const;

export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

export function reaches(level: AssuranceLevel, required: AssuranceLevel): boolean {
  return ASSURANCE_LEVELS.indexOf(level) >= ASSURANCE_LEVELS.indexOf(required);
}

export function highest(levels: readonly AssuranceLevel[]): AssuranceLevel {
  return levels.reduce((best, level) => (reaches(level, best) ? level : best), 'none');
}
