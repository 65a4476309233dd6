import { digestOf } from '../ledger/digest';
import type { Command } from './command';

/** What makes two uses of a key the same: everything the sender wrote but the version it saw. */
export function bodyDigestOf(command: Command): string {
  const { type, payload, occurredAt, onBehalfOf, basis } = command;
  return digestOf({
    ...{
      type,
      payload,
      occurredAt: occurredAt ?? null,
      onBehalfOf: onBehalfOf ?? null,
      basis: basis ?? null,
    },
  });
}
