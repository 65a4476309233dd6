import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { Entered } from '../entry/entry.guard';

export const SHOWS = 'ledtid:shows';

/** The ids of the cases that an answer shows. */
export type ShownBy = (answer: never, request: Pick<Entered, 'params' | 'query'>) => readonly string[];

/** Which cases a route shows: whoever reads them stands in the access ledger before the answer goes out. */
export function Shows(shown: ShownBy): CustomDecorator {
  return SetMetadata(SHOWS, shown);
}

/** The one case that the address names. */
export const theCaseNamed: ShownBy = (_answer, { params }) => [(params as { id: string }).id];

/** Every case of a page. */
export const everyCaseListed: ShownBy = (answer) =>
  (answer as { items: readonly { id: string }[] }).items.map(({ id }) => id);

/** The case to which a report was narrowed. */
export const theCaseAskedFor: ShownBy = (_answer, { query }) => {
  const { case: id } = query as { case?: string };
  return id === undefined ? [] : [id];
};
