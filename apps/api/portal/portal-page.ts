import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build wrote where a page's own value belongs (apps/portal/vite.config.mjs, apps/portal/index.html). */
const NONCE = /NONCE-OF-THE-PAGE/g;
const BASE = '<base href="/"';

/** One answer: the page, and the policy that it is shown under. */
export interface PortalPage {
  readonly html: string;
  readonly policy: string;
}

/**
 * Scripts, images and calls are of this origin, and nothing written into the page runs. Mantine writes its variables
 * and what changes with the width of the window into `<style>` elements: a nonce, new for each page, lets in those and
 * no other. What components set on single elements they set through the CSSOM, which no policy concerns, so that style
 * attributes stay forbidden. Forms are sent by scripts, never by the browser.
 */
const policyWith = (nonce: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'none'; ` +
  "img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

/** Makes the one page of the portal, whichever address is asked for: which page of the portal it is, its script finds. */
export function portalPages(directory: string, basePath: () => string): () => PortalPage {
  const template = readFileSync(join(directory, 'index.html'), 'utf8');
  return () => {
    const nonce = randomBytes(16).toString('base64');
    const html = template.replace(NONCE, nonce).replace(BASE, `<base href="${attribute(basePath())}"`);
    return { html, policy: policyWith(nonce) };
  };
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
