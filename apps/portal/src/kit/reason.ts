import { Problem } from '../api/problem';
import { useLanguage } from '../language/language';

/** Why something failed, in the words of the API where it has some for people; null: nobody answered. */
export function useReason(thrown: unknown): string | null {
  const { texts, say } = useLanguage();
  if (!(thrown instanceof Problem)) return null;
  // The API tells whoever writes a client what a request lacks; a person is told what to do.
  const isSignedOut = thrown.status === 401 && thrown.code !== 'sign-in-again';
  return isSignedOut ? texts.session.endedText : say(thrown.body.text);
}
