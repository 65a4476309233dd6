const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const LOOKS_AFTER_PARENT_MILLISECONDS = 500;

/** Thrown by work that was told to stop before it was done. */
class Interrupted extends Error {}

/**
 * Ctrl-C and its kin, from the first moment of a start to its end.
 *
 * | state     | entered by            | a signal                                                       |
 * |-----------|-----------------------|----------------------------------------------------------------|
 * | listening | it is made            | asks: `asked` resolves, `check` throws from now on             |
 * |           |                       | npm that dies under us, without a signal, asks as well         |
 * | asked     | the first signal      | changes nothing: Ctrl-C reaches us twice, once through npm     |
 * | over      | `end`                 | has Node's own effect again                                    |
 */
export class Interruption {
  readonly asked: Promise<void>;
  private wasAsked = false;
  private readonly stopListening: () => void;

  constructor() {
    let resolve: () => void = () => undefined;
    this.asked = new Promise((settle) => (resolve = settle));
    const ask = () => {
      this.wasAsked = true;
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, ask);
    const watch = watchParent(ask);
    this.stopListening = () => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, ask);
    };
  }

  /** Between two steps of something long. Throws `Interrupted`. */
  check(): void {
    if (this.wasAsked) throw new Interrupted('told to stop');
  }

  /** What fails from now on fails because it was told to stop. */
  get isAsked(): boolean {
    return this.wasAsked;
  }

  end(): void {
    this.stopListening();
  }
}

/** Started by npm, we are to the user one program with it: who kills npm has not meant to leave a server behind. */
function watchParent(orphaned: () => void): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) orphaned();
  };
  return setInterval(look, LOOKS_AFTER_PARENT_MILLISECONDS).unref();
}
