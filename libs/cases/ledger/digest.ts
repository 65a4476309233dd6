import { hash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';

/** SHA-256 over canonical JSON (RFC 8785), in hex: the same content has the same digest everywhere. */
export function digestOf(content: unknown): string {
  const text = canonicalize(content);
  if (text === undefined)
    throw new TypeError('Only JSON can be digested: undefined or a function was given.');
  return hash('sha256', text, 'hex');
}
