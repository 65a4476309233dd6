const KILO = 1000;

/** A number of bytes as people say it: 12 kB, 3,4 MB. */
export function sizeIn(language: string, bytes: number): string {
  const [unit, divisor] = bytes < KILO * KILO ? ['kilobyte', KILO] : ['megabyte', KILO * KILO];
  const digits = bytes < 10 * KILO * KILO ? 1 : 0;
  return new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit, maximumFractionDigits: digits },
  }).format(Math.max(bytes / divisor, 0.1));
}
