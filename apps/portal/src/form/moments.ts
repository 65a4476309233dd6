/** An instant as a field for local times shows it; empty where there is none. */
export function localMomentOf(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant of a local time. */
export function instantOf(localMoment: string): string {
  return new Date(localMoment).toISOString();
}
