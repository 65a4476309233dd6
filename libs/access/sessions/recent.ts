import { type Instant, millisecondsBetween } from '@ledtid/time';
import type { Session } from './sessions';

/**
 * Whether whoever acts has proved who they are shortly before: a machine left alone in the middle of a day's session
 * must neither decide a case nor end sessions. A bearer token (null) lives no longer than its issuer lets it, and is let pass.
 */
export function isRecent(session: Session | null, now: Instant, seconds: number): boolean {
  if (session === null) return true;
  if (session.authenticatedAt === null) return false;
  return millisecondsBetween(session.authenticatedAt, now) <= seconds * 1000;
}
