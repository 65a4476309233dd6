/** Milliseconds since 1970, for showing how old something is. The server alone decides what is late. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
