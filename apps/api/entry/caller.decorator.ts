import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { Identity } from '@ledtid/access';
import type { Actor } from '@ledtid/cases';
import type { Entered } from './entry.guard';

/** Who is asking, as the guard has found. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { caller } = context.switchToHttp().getRequest<Entered>();
  if (caller === undefined) throw new Error('The route takes a caller, but its rule lets everybody in.');
  return caller;
});

/** The same as the one who acts on cases. */
export const CallingActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { caller } = context.switchToHttp().getRequest<Entered>();
  if (caller === undefined) throw new Error('The route takes a caller, but its rule lets everybody in.');
  const { subject, roles, organisations } = caller;
  return { subject, roles, organisations, system: false };
});
