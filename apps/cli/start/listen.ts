import { systemCodeOf } from '@ledtid/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommandError } from '../problem';

/** Starts to answer, and yields the port: that asked for, or a free one for 0. Throws `port-taken`, `port-forbidden`. */
export async function listen(app: NestFastifyApplication, port: number, host: string): Promise<number> {
  try {
    await app.listen(port, host);
  } catch (thrown) {
    throw problemWith(port, systemCodeOf(thrown), thrown);
  }
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function problemWith(port: number, code: string | undefined, cause: unknown): unknown {
  if (code === 'EADDRINUSE') {
    const remedy = 'Choose another by --port (or PORT), or stop that program.';
    return new CommandError('port-taken', `Another program listens on port ${port}.`, remedy, { cause });
  }
  if (code === 'EACCES') {
    const remedy = 'Choose one above 1023 by --port (or PORT).';
    return new CommandError('port-forbidden', `You may not listen on port ${port}.`, remedy, { cause });
  }
  return cause;
}
