import { Pool, type PoolConfig } from 'pg';
import { valueParsers } from './value-parsers';

export interface PoolParts {
  url: string;
  /** Connections at most. Default 10. */
  max?: number;
  /** Shown by `pg_stat_activity`. */
  name?: string;
  /**
   * Sends a statement without waiting for the answer to the one before. Saves round trips where statements are
   * sent together; cursors and COPY cannot be used on such a pool.
   */
  pipeline?: boolean;
  /** No statement takes longer: the server ends it (57014). Default: as long as it takes. */
  statementMilliseconds?: number | undefined;
  /** Told of a connection that broke while nobody used it. The pool replaces it. */
  onIdleError?: (error: Error) => void;
}

/** Plain connections for the paths where every millisecond counts. Values as `valueParsers` says, times in UTC. */
export function createPool(parts: PoolParts): Pool {
  const options: PoolConfig = {
    connectionString: parts.url,
    max: parts.max ?? 10,
    application_name: parts.name ?? 'ledtid',
    types: valueParsers as NonNullable<PoolConfig['types']>,
    options: '-c TimeZone=UTC',
    pipeline: parts.pipeline ?? false,
    ...(parts.statementMilliseconds && { statement_timeout: parts.statementMilliseconds }),
  };
  const pool = new Pool(options);
  // Without a listener the loss of an idle connection would end the whole process.
  pool.on('error', parts.onIdleError ?? (() => undefined));
  return pool;
}
