/** An SQL identifier (`"case.id"`). Quotes are doubled, so no name can end the identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** An SQL text literal. Only for paths and options that a statement cannot take as a parameter. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
