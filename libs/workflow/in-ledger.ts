import type { PayloadClass, Recorded } from './contract';

const FIELDS = new WeakMap<object, string[]>();

/**
 * Marks a payload field as a fact for the ledger: an id, a code, a date, a number or a digest. Everything
 * else (reasons, notes, answers) stays in the payload, which can be disposed of while the chain still
 * verifies. Free text marked by mistake could never be removed again.
 */
export function InLedger(): PropertyDecorator {
  return (prototype, property) => {
    FIELDS.set(prototype, [...(FIELDS.get(prototype) ?? []), String(property)]);
  };
}

/** The names of the recorded fields, those of parent classes included. */
export function recordedFields(payload: PayloadClass): string[] {
  const names: string[] = [];
  let prototype: object | null = payload.prototype as object;
  while (prototype) {
    names.push(...(FIELDS.get(prototype) ?? []));
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return names;
}

/** The part of a payload that the ledger and the machine see. */
export function recordOf(payload: PayloadClass, body: Recorded): Recorded {
  const known = recordedFields(payload).filter((name) => body[name] !== undefined);
  return Object.fromEntries(known.map((name) => [name, body[name]]));
}
