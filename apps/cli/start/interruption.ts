const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Thrown by work that was told to stop before it was done. */
export class Interrupted extends Error {}

/**
 * Ctrl-C and its kin, from the first moment of a start to its end.
 *
 * | state     | entered by            | a signal                                                       |
 * |-----------|-----------------------|----------------------------------------------------------------|
 * | listening | it is made            | asks: `asked` resolves, `check` throws from now on             |
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
    this.stopListening = () => {
      for (const signal of SIGNALS) process.off(signal, ask);
    };
  }

  /** Between two steps of something long. Throws `Interrupted`. */
  check(): void {
    if (this.wasAsked) throw new Interrupted('told to stop');
  }

  end(): void {
    this.stopListening();
  }
}
