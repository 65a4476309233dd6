import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { RouteRule } from '@ledtid/access';

export const RULE = 'ledtid:route-rule';

/** Who may use a route or all routes of a controller. A route without a rule lets nobody in. */
export function Rule(rule: RouteRule): CustomDecorator {
  return SetMetadata(RULE, rule);
}
