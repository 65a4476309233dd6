import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { EventSpec, PayloadClass, Recorded } from '@ledtid/workflow';

/** Faults of a payload, one sentence each; empty when it is good. Unknown fields are faults. */
export function payloadFaults(spec: EventSpec, payload: Recorded): string[] {
  return faultsIn(spec.payload, payload);
}

function faultsIn(type: PayloadClass, body: Recorded): string[] {
  const typed = plainToInstance(type, body);
  const errors = validateSync(typed, {
    whitelist: true,
    forbidNonWhitelisted: true,
    // A class without any decorator, such as the empty payload, is a known one that allows nothing.
    forbidUnknownValues: false,
  });
  return errors.flatMap((error) => sentences(error, ''));
}

function sentences(error: ValidationError, above: string): string[] {
  const path = above === '' ? error.property : `${above}.${error.property}`;
  const own = Object.values(error.constraints ?? {}).map((text) =>
    above === '' ? text : `${path}: ${text}`,
  );
  return [...own, ...(error.children ?? []).flatMap((child) => sentences(child, path))];
}
