/**
 * Reads JSON that is alike in many rows: each text is taken apart once, and what it says is the same object for all of
 * them. For one report at a time, because it forgets nothing.
 */
export function parsedOnce<Written, Value = Written>(
  understand: (written: Written) => Value,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = understand(JSON.parse(text) as Written)));
    return value;
  };
}
