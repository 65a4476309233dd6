import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { Actor } from '@ledtid/cases';
import type { Entrant } from './entrance';
import type { Entered } from './entry.guard';

/** Who is asking and by which session, as the guard has found. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext) => entrantOf(context));

/** The same as the one who acts on cases. */
export const CallingActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { subject, issuer, roles, organisations } = entrantOf(context).identity;
  return { subject, issuer, roles, organisations, system: false };
});

function entrantOf(context: ExecutionContext): Entrant {
  const { entrant } = context.switchToHttp().getRequest<Entered>();
  if (entrant === undefined) throw new Error('The route takes a caller, but its rule lets everybody in.');
  return entrant;
}
