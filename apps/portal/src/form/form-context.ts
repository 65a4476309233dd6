import { createContext, useContext } from 'react';
import type { Text } from '../api/client';
import type { FaultKind } from './faults';
import type { Schema, Values } from './schema';

/** Something to choose, and what it is called. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What every field of one form asks of the form as a whole. */
export interface FormInUse {
  /** Comes before every id of the page, so that two forms on it do not meet. */
  readonly id: string;
  readonly root: Schema;
  readonly fields: Readonly<Record<string, Text>>;
  readonly codes: Readonly<Record<string, Text>>;
  readonly characteristics: Readonly<Record<string, { readonly codes: Readonly<Record<string, Text>> }>>;
  /** By path. */
  readonly faults: ReadonlyMap<string, FaultKind>;
  /** What is known to fit a field of this name, where its schema lists nothing; null: nothing is known. */
  readonly known: (name: string) => readonly Option[] | null;
  /** What the person has put into a list of this name in other forms; left out: none is looked at. */
  readonly earlier?: (name: string) => readonly Values[];
}

export const FormContext = createContext<FormInUse | null>(null);

export function useForm(): FormInUse {
  const form = useContext(FormContext);
  if (form === null) throw new Error('A field stands outside of a form.');
  return form;
}
