import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** `preferred` when nobody listens there (so that a saved URL stays right), else one that the system gives. */
export async function findFreePort(preferred: number | null): Promise<number> {
  const kept = preferred === null ? null : await tryPort(preferred);
  const port = kept ?? (await tryPort(0));
  if (port === null) throw new Error('The system has no free port on 127.0.0.1.');
  return port;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, HOST, () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null));
    });
  });
}
