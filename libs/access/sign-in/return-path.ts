/**
 * A path of our own to come back to, as the browser would understand it; null: it leads elsewhere. Asked of the URL
 * parser and not of the text: `/\host`, `//host` and a tab in between all lead to other hosts.
 */
export function returnPathOf(asked: string, publicUrl: string): string | null {
  if (!asked.startsWith('/') || !URL.canParse(asked, publicUrl)) return null;
  const { origin, pathname, search, hash } = new URL(asked, publicUrl);
  if (origin !== new URL(publicUrl).origin || pathname.startsWith('//')) return null;
  return `${pathname}${search}${hash}`;
}
