const HOUR = 3_600_000;

/**
 * Remembers what depends on the civil date of a moment alone. In Stockholm days begin, and clocks change, on the
 * full hour in UTC, so all moments of an hour share it; reports ask for the same few ten thousand hours millions
 * of times.
 */
export function byHour<Value>(find: (moment: number) => Value): (moment: number) => Value {
  const known = new Map<number, Value>();
  return (moment) => {
    const hour = Math.floor(moment / HOUR);
    let value = known.get(hour);
    if (value === undefined) known.set(hour, (value = find(moment)));
    return value;
  };
}
