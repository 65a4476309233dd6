type Close = () => Promise<unknown>;

/** What was opened, to be closed in the opposite order, each even where another fails. */
export class Closers {
  private readonly waiting: Close[] = [];

  add(close: Close): void {
    this.waiting.push(close);
  }

  /** Throws the first failure, after everything was tried. */
  async closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let close = this.waiting.pop(); close !== undefined; close = this.waiting.pop()) {
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
