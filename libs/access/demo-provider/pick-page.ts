import { ROLES } from '@ledtid/workflow';
import type { DemoPerson } from '../demo-people';

/** No script, nothing from elsewhere, in nobody's frame; and the form leads here, and back to the portal. */
export const PICK_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const STYLE = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  h2 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
  button { font: inherit; padding: .4rem .8rem; margin: 0 .5rem .5rem 0; cursor: pointer; }`;

/** Where one picks who to be: the people of the demonstration by role. */
export function pickPage(people: readonly DemoPerson[]): string {
  const sections = ROLES.map((role) => ({
    role,
    holders: people.filter(({ roles }) => roles.includes(role)),
  }));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Ledtid: who are you?</title><style>${STYLE}</style></head>
<body><h1>Who are you? <span lang="sv">Vem är du?</span></h1>
<p>The demonstration asks for no password. Everybody here is invented.
<span lang="sv">Demonstrationen frågar inte efter lösenord. Alla här är påhittade.</span></p>
<form method="post">${sections.map(section).join('\n')}</form></body></html>`;
}

function section({ role, holders }: { role: string; holders: readonly DemoPerson[] }): string {
  const buttons = holders.map(
    ({ subject, name, organisations }) =>
      `<button name="subject" value="${escaped(subject)}">${escaped(`${name}, ${organisations.join(', ')}`)}</button>`,
  );
  return `<h2>${escaped(role)}</h2>${buttons.join('')}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
