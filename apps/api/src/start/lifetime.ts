/** What was opened, to be closed in the opposite order; also when the process is told to stop half-way through its start. */
export class Lifetime {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private stopping = false;

  get ending(): boolean {
    return this.stopping;
  }

  /** Hands the closing of `opened` over. */
  add<Opened>(opened: Opened, close: (opened: Opened) => Promise<unknown>): Opened {
    this.closers.push(() => close(opened));
    return opened;
  }

  /** Closes everything, whatever of it fails; throws the first failure at the end. */
  async end(): Promise<void> {
    this.stopping = true;
    const failures: unknown[] = [];
    for (let close = this.closers.pop(); close; close = this.closers.pop()) {
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
