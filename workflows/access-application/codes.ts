/** Why an applicant withdraws. */
export const WITHDRAWAL_REASONS = [
  'purpose-changed',
  'funding',
  'took-too-long',
  'too-costly',
  'data-obtained-elsewhere',
  'other',
] as const;

/** Why a body does not try an application: a procedural decision, not a refusal (D6.3 section 5.5). */
export const DISMISSAL_REASONS = [
  'incomplete',
  'wrong-body',
  'data-not-held',
  'applicant-not-entitled',
  'other',
] as const;

/** What is missing: the points of Art 67(2), and the description of Art 67(4). */
export const REQUIRED_CONTENT = [
  ...(['67-2-a', '67-2-b', '67-2-c', '67-2-d', '67-2-e', '67-2-f', '67-2-g', '67-2-h'] as const),
  ...(['67-2-i', '67-2-j', '67-2-k', '67-4', 'other'] as const),
] as const;

/** The eight criteria of Art 68(1) and the two risks of Art 68(2). */
export const CRITERIA = [
  ...(['68-1-a', '68-1-b', '68-1-c', '68-1-d', '68-1-e', '68-1-f', '68-1-g', '68-1-h'] as const),
  ...(['68-2-a', '68-2-b'] as const),
] as const;

/** Grounds of a refusal: a criterion or risk of Art 68, a prohibited use (Art 54), or national law on secrecy. */
export const REFUSAL_GROUNDS = [...CRITERIA, '54', 'national-secrecy', 'other'] as const;

export const TRACKS = ['ehds', 'osl'] as const;
export type Track = (typeof TRACKS)[number];

export const ETHICS_KINDS = ['original', 'amendment', 'appeal', 'opinion'] as const;
export const ETHICS_OUTCOMES = ['approved', 'conditional', 'refused', 'statement'] as const;

/** Why a dataset needs no ethics approval. */
export const ETHICS_EXEMPTIONS = [
  'not-research',
  'no-personal-data',
  'no-sensitive-personal-data',
  'advisory-statement',
  'other',
] as const;
