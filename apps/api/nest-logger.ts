import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/**
 * Nest's messages through the product's one logger, which hides secrets and personal identity numbers. Nest
 * tells of every route and module as it starts; that is of use only to whoever looks for a fault.
 */
export function nestLogger(logger: Logger): LoggerService {
  return {
    log: (message: unknown, ...more: unknown[]) => logger.debug({ more }, String(message)),
    debug: (message: unknown, ...more: unknown[]) => logger.debug({ more }, String(message)),
    verbose: (message: unknown, ...more: unknown[]) => logger.trace({ more }, String(message)),
    warn: (message: unknown, ...more: unknown[]) => logger.warn({ more }, String(message)),
    error: (message: unknown, ...more: unknown[]) => logger.error({ more }, String(message)),
    fatal: (message: unknown, ...more: unknown[]) => logger.fatal({ more }, String(message)),
  };
}
