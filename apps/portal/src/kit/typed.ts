import { useCallback, useState } from 'react';

/**
 * What people have typed and not sent yet, by what it was typed for. It lies outside of the pages, so that it is there
 * again after an error, another page or a conflict; it leaves neither the window nor its memory, for it may tell of
 * people. Closing the window asks first.
 */
const kept = new Map<string, unknown>();

window.addEventListener('beforeunload', (event) => {
  if (kept.size > 0) event.preventDefault();
});

/** What was typed for this before, else what it begins with; and how to keep or forget it. */
export function useTyped<Typed>(
  what: string,
  beginsWith: Typed,
): [typed: Typed, keep: (typed: Typed) => void, forget: () => void] {
  const [typed, setTyped] = useState<Typed>(() => (kept.get(what) as Typed | undefined) ?? beginsWith);
  const keep = useCallback(
    (next: Typed) => {
      kept.set(what, next);
      setTyped(next);
    },
    [what],
  );
  const forget = useCallback(() => void kept.delete(what), [what]);
  return [typed, keep, forget];
}
