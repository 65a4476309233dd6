/** What a browser remembers of its person's taste; nothing of any case is ever kept here. */
type Preference = 'language' | 'contrast';

const nameOf = (preference: Preference) => `ledtid-${preference}`;

export function remembered(preference: Preference): string | null {
  return localStorage.getItem(nameOf(preference));
}

export function remember(preference: Preference, value: string): void {
  localStorage.setItem(nameOf(preference), value);
}
