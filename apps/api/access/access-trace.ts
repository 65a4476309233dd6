import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessLedger, type Look, isUuid } from '@ledtid/cases';
import { type Observable, concatMap } from 'rxjs';
import type { Entered } from '../entry/entry.guard';
import { SHOWS, type ShownBy } from './shows.decorator';

/** Nobody sees a case without a trace: the look is written down before the answer goes out, or there is no answer. */
@Injectable()
export class AccessTrace implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AccessLedger) private readonly ledger: AccessLedger,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const shown = this.reflector.get<ShownBy | undefined>(SHOWS, context.getHandler());
    if (shown === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<Entered>();
    return next.handle().pipe(concatMap((answer: unknown) => this.traced(request, shown, answer as never)));
  }

  private async traced(request: Entered, shown: ShownBy, answer: never): Promise<unknown> {
    const instances = shown(answer, request);
    const look = instances.length === 0 ? null : lookOf(request, instances, null);
    if (look !== null) await this.ledger.record(look);
    return answer;
  }
}

/** An attempt that was refused, by somebody whose name is known; null for anybody else's. */
export function refusedLook(request: Entered, code: string): Look | null {
  const { id } = (request.params ?? {}) as { id?: string };
  return lookOf(request, id !== undefined && isUuid(id) ? [id] : [], code);
}

function lookOf(
  { entrant, purpose, method, routeOptions }: Entered,
  instances: readonly string[],
  refused: string | null,
): Look | null {
  if (entrant === undefined || purpose === undefined) return null;
  const { subject, roles } = entrant.identity;
  return { subject, roles, purpose, request: `${method} ${routeOptions.url ?? ''}`, instances, refused };
}
