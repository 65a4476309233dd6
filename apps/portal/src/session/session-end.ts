import { useSyncExternalStore } from 'react';
import { Problem } from '../api/problem';

/** Why the person has to sign in again: the session is over, or a decision asks for a proof of who one is. */
type SignInWanted = 'ended' | 'fresh' | null;

let wanted: SignInWanted = null;
const listeners = new Set<() => void>();

/**
 * Whether signing in is wanted, for all components at once. nothing wanted → (an answer refuses the session) → `ended`
 * or `fresh` → (somebody has signed in, in another tab) → nothing wanted. The page stays as it is all the while, so
 * that nothing typed is lost.
 */
export const sessionEnd = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  wanted: (): SignInWanted => wanted,
  /** Looks at whatever a call threw. */
  noticeIn(thrown: unknown): void {
    if (thrown instanceof Problem && thrown.status === 401) {
      set(thrown.code === 'sign-in-again' ? 'fresh' : 'ended');
    }
  },
  over(): void {
    set(null);
  },
};

export function useSignInWanted(): SignInWanted {
  return useSyncExternalStore(sessionEnd.subscribe, sessionEnd.wanted);
}

function set(next: SignInWanted): void {
  wanted = next;
  for (const listener of listeners) listener();
}
