import type { Postmaster } from './postmaster';
import { sendSignal, terminate } from './server-process';
import { countOtherSessions } from './server-session';

/**
 * A server that takes connections.
 *
 * | state     | entered by                     | then                                                    |
 * |-----------|--------------------------------|---------------------------------------------------------|
 * | running   | start or adoption              | `stop` or `release`; started here: ends with the process |
 * | stopped   | `stop`, or `release` if unused | no process is left; a second `stop` does nothing         |
 * | let go    | `release` of a used or adopted server | the server runs on without us                    |
 */
export class RunningPostgres {
  /** Connection string of Ledtid's database, with the password: never log it. */
  readonly url: string;
  readonly port: number;
  readonly dataDirectory: string;
  /** False when the server ran already and was adopted. */
  readonly started: boolean;
  private state: 'running' | 'stopped' | 'let go' = 'running';
  private readonly pid: number;
  private readonly fast: boolean;

  constructor(found: {
    url: string;
    dataDirectory: string;
    fast: boolean;
    started: boolean;
    postmaster: Postmaster;
  }) {
    this.url = found.url;
    this.port = found.postmaster.port;
    this.dataDirectory = found.dataDirectory;
    this.started = found.started;
    this.pid = found.postmaster.pid;
    this.fast = found.fast;
    // A process that ends by an error must not leave its server behind; the server still ends politely.
    if (this.started) process.once('exit', this.endWithProcess);
  }

  /** Stops the server, adopted or not, and returns when no process of it is left. */
  async stop(): Promise<void> {
    if (this.state !== 'running') return;
    this.leave('stopped');
    await terminate(this.pid, !this.fast);
  }

  /**
   * What a short command calls at its end, after closing its own connections: stops the server if this
   * process started it and nobody else has connected since; otherwise lets it run.
   */
  async release(): Promise<void> {
    if (this.state !== 'running') return;
    if (this.started && (await countOtherSessions(this.url)) === 0) return this.stop();
    this.letGo();
  }

  /** Has nothing more to do with the server, which runs on. */
  letGo(): void {
    this.leave('let go');
  }

  private leave(state: 'stopped' | 'let go'): void {
    this.state = state;
    process.off('exit', this.endWithProcess);
  }

  private readonly endWithProcess = (): void => {
    sendSignal(this.pid, this.fast ? 'SIGQUIT' : 'SIGINT');
  };
}
