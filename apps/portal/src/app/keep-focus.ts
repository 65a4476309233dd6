/** Parts of a page that are worth standing at when what was inside them is gone. */
const PLACES = 'tr, form, table, section, [role="status"], main';

/**
 * Where the focus goes when what had it is taken away by something else than the person: a row that leaves its list, a
 * button that is no longer possible, a form that was sent. Browsers put it on the page as a whole then, and whoever
 * uses the keyboard begins again at the top (WCAG 2.2, 2.4.3). Here it goes to the nearest part that is still there;
 * a button that only rested while it was sending gets it back. Dialogues care for their own.
 *
 * | state   | entered by                              | then                                                       |
 * |---------|-----------------------------------------|------------------------------------------------------------|
 * | nowhere | the start; the focus leaves `area`      | an element inside gets the focus: held                     |
 * | held    | an element inside gets the focus        | it goes or rests, nothing else has the focus: moved at once |
 *
 * Answers what ends it.
 */
export function keepFocus(area: HTMLElement): () => void {
  let held: readonly HTMLElement[] = [];
  const hold = ({ target }: FocusEvent) => {
    held = area.contains(target as Node) ? lineOf(target as HTMLElement) : [];
  };
  const watcher = new MutationObserver(() => {
    if (held.length === 0 || !isNowhere(document.activeElement)) return;
    const [last, ...around] = held;
    if (last === undefined || (last.isConnected && isResting(last))) return;
    const place = last.isConnected ? last : around.find((one) => one.isConnected && one.matches(PLACES));
    if (place === undefined) return;
    if (place !== last && !place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
  document.addEventListener('focusin', hold);
  watcher.observe(area, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  return () => {
    document.removeEventListener('focusin', hold);
    watcher.disconnect();
  };
}

/** An element and what it lies in, the nearest first. */
function lineOf(element: HTMLElement): HTMLElement[] {
  const line: HTMLElement[] = [];
  for (let one: HTMLElement | null = element; one !== null; one = one.parentElement) line.push(one);
  return line;
}

const isNowhere = (active: Element | null) => active === null || active === document.body;

const isResting = (element: HTMLElement) => element.matches(':disabled');
