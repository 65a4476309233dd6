/** A stream whose next value can be looked at before it is taken. */
export class Peekable<Value> {
  private constructor(
    private readonly values: AsyncIterator<Value>,
    private current: IteratorResult<Value>,
  ) {}

  static async of<Value>(values: AsyncIterable<Value>): Promise<Peekable<Value>> {
    const iterator = values[Symbol.asyncIterator]();
    return new Peekable(iterator, await iterator.next());
  }

  /** Undefined at the end. */
  get next(): Value | undefined {
    return this.current.done === true ? undefined : this.current.value;
  }

  async take(): Promise<Value | undefined> {
    const { next } = this;
    this.current = await this.values.next();
    return next;
  }

  /** All values from here on of which `belongs` is true. */
  async takeWhile(belongs: (value: Value) => boolean): Promise<Value[]> {
    const taken: Value[] = [];
    for await (const value of this.whilst(belongs)) taken.push(value);
    return taken;
  }

  /** The same one by one, where they are many. */
  async *whilst(belongs: (value: Value) => boolean): AsyncGenerator<Value> {
    for (let { next } = this; next !== undefined && belongs(next); { next } = this) {
      yield next;
      await this.take();
    }
  }
}
