import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';

type Behaviour = 'honest' | 'hang-up' | 'size-limit' | 'babble' | 'no-verdict' | 'silence';

const COMMAND = 'zINSTREAM\0';

/** Speaks the protocol of clamd(8) for INSTREAM, and finds nothing but the EICAR test file. */
export class FakeClamd {
  behaviour: Behaviour = 'honest';
  /** What it was given to the end, in order. */
  readonly scanned: string[] = [];
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {
    server.on('connection', (socket) => this.serve(socket));
  }

  static async start(): Promise<FakeClamd> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FakeClamd(server, `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** Once somebody is connected. */
  async connected(): Promise<void> {
    if (this.open.size === 0) await once(this.server, 'connection');
  }

  /** Once nobody is connected any more. */
  async allClosed(): Promise<void> {
    await Promise.all([...this.open].map((socket) => once(socket, 'close')));
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    if (this.server.listening) await new Promise((done) => this.server.close(done));
  }

  private serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    this.open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.open.delete(socket));
    if (this.behaviour === 'hang-up') return void socket.destroy();
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (this.behaviour === 'size-limit' && received.length > 100_000)
        return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const content = contentIn(received);
      if (content !== null) this.answer(socket, content);
    });
  }

  private answer(socket: Socket, content: string): void {
    if (this.behaviour === 'silence') return;
    if (this.behaviour === 'no-verdict') return void socket.end();
    if (this.behaviour === 'babble') return void socket.end('UNKNOWN COMMAND\0');
    this.scanned.push(content);
    socket.end(content.includes('EICAR-STANDARD-ANTIVIRUS') ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0');
  }
}

/** All chunks together once the last, of no bytes, has come; null before. Throws on what is no such command. */
function contentIn(received: Buffer): string | null {
  if (received.length < COMMAND.length) return null;
  if (received.toString('latin1', 0, COMMAND.length) !== COMMAND) throw new Error('That is not INSTREAM.');
  let content = '';
  for (let at = COMMAND.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return content;
    content += received.toString('latin1', at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}
