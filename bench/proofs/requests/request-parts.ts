import type { OpenAPIObject } from '@nestjs/swagger';
import type { Route } from '../../../apps/api';
import type { RawRequest } from './exchange';

/** What a request is made of before it becomes bytes; addresses are encoded already. */
export interface Parts {
  readonly as: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: RawRequest['headers'];
  readonly body: unknown;
  /** In place of the body, as it is. */
  readonly text: string | null;
}

/** What the generator knows of the world. */
export interface Known {
  readonly document: OpenAPIObject;
  readonly ids: readonly string[];
  /** Key of the workflow of each id. */
  readonly workflows: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, string>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly type?: string; readonly format?: string; readonly enum?: readonly string[] };
}

/** What the document says that a route may be asked with. */
export function parametersOf({ method, path }: Route, { document }: Known): readonly Parameter[] {
  const item = document.paths[path] as Record<string, { parameters?: readonly Parameter[] }> | undefined;
  return item?.[method.toLowerCase()]?.parameters ?? [];
}

/** Percent-encoded byte by byte. Half a surrogate pair, which has no bytes, becomes the sign for what cannot be read. */
export function encoded(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => String.fromCharCode(byte))
    .map((one) => (/[\w.~-]/.test(one) ? one : `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`))
    .join('');
}
