/**
 * The column by which import knows a CSV that Ledtid exported: the place of the event in its case. In such a file
 * alone texts are guarded, and own starts count without being asked for.
 */
export const OWN_COLUMN = 'ledtid_number';

/** What makes a spreadsheet take a text for a formula (OWASP, CSV Injection), and the guard itself. */
const GUARDED = /^['=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet runs: an apostrophe stands before what it could take for a formula. */
export function guarded(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** The text as it was before it was guarded. */
export function unguarded(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}
