const DEEPEST = 64;
/** In a pattern of characters (`u`) whole pairs are one character each and do not match. */
const HALF_A_PAIR = /\p{Surrogate}/u;

/**
 * Why a JSON value cannot be kept or hashed, or null. PostgreSQL stores no NUL in text; a lone surrogate is no
 * character and canonical JSON (RFC 8785) has no spelling for it; 1e400 is read as infinity; and what is nested
 * without end would exhaust the stack of whatever walks it.
 */
export function jsonFault(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return textFault(value);
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'a number is too large';
  if (typeof value !== 'object' || value === null) return null;
  if (depth === DEEPEST) return `it is nested more than ${DEEPEST} levels deep`;
  for (const [name, inner] of Object.entries(value)) {
    const fault = textFault(name) ?? jsonFault(inner, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

function textFault(text: string): string | null {
  if (text.includes('\0')) return 'a text holds the character NUL';
  return HALF_A_PAIR.test(text) ? 'a text holds half of a surrogate pair, which is no character' : null;
}
