import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { type Scan, type Scanner, ScannerUnavailable } from './scanner';

export interface ClamavSettings {
  readonly host: string;
  readonly port: number;
  /** How long it may take to connect, to take a chunk, to give its verdict: each for itself. */
  readonly patienceMilliseconds: number;
}

const CLAMD_PORT = 3310;
const PATIENCE_MILLISECONDS = 30_000;

/** Of `tcp://host:port`. */
export function clamavSettings(url: string): ClamavSettings {
  const { hostname, port } = new URL(url);
  return {
    host: hostname,
    port: port === '' ? CLAMD_PORT : Number(port),
    patienceMilliseconds: PATIENCE_MILLISECONDS,
  };
}

/** A clamd, asked by its command INSTREAM (clamd(8)): a connection of its own for each document. */
export class Clamav implements Scanner {
  constructor(private readonly settings: ClamavSettings) {}

  async begin(): Promise<Scan> {
    const { host, port, patienceMilliseconds } = this.settings;
    const socket = connect({ host, port });
    socket.setTimeout(patienceMilliseconds, () => socket.destroy(new ScannerUnavailable('It is silent.')));
    const look = new Look(socket);
    await look.begin();
    return look;
  }
}

class Look implements Scan {
  private readonly answer: Promise<string>;

  constructor(private readonly socket: Socket) {
    this.answer = answerOf(socket);
    // Asked for at the end only: a connection that breaks before must not end the process.
    this.answer.catch(() => undefined);
  }

  async begin(): Promise<void> {
    await this.reached(once(this.socket, 'connect'));
    await this.send(Buffer.from('zINSTREAM\0'));
  }

  async write(chunk: Uint8Array): Promise<void> {
    // A chunk of no bytes would say that the document is over.
    if (chunk.length === 0) return;
    await this.send(lengthOf(chunk));
    await this.send(chunk);
  }

  async verdict(): Promise<'clean' | 'infected'> {
    await this.send(lengthOf(Buffer.alloc(0)));
    const answer = await this.reached(this.answer);
    if (answer === 'stream: OK') return 'clean';
    if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
    throw new ScannerUnavailable('It could not scan.');
  }

  abandon(): void {
    this.socket.destroy();
  }

  private async send(bytes: Uint8Array): Promise<void> {
    if (this.socket.destroyed) throw new ScannerUnavailable('It ended the connection.');
    if (!this.socket.write(bytes))
      await this.reached(Promise.race([once(this.socket, 'drain'), this.answer]));
  }

  private async reached<Result>(step: Promise<Result>): Promise<Result> {
    try {
      return await step;
    } catch {
      // Why the connection broke is for its operator, who sees it there.
      throw new ScannerUnavailable('It cannot be reached.');
    }
  }
}

function lengthOf({ length }: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

/** All that it says until it ends the connection, or the null byte that ends what it says. */
async function answerOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    text += chunk.toString('latin1');
    if (text.includes('\0') || text.length > 1000) break;
  }
  return text.replace(/\0.*$/s, '').trim();
}
