import type { MemoryDatabase, MemoryTransaction } from './memory-database';

/** How a request reaches the database and its answer comes back; the simulation puts a network here. */
export type Carry = <T>(what: string, work: () => T | Promise<T>) => Promise<T>;

/** Locks by name, waited for in turn. */
export class Locks {
  private readonly held = new Map<string, { readonly owner: object; readonly waiting: (() => void)[] }>();

  /** Resolves once `owner` holds it. */
  async take(name: string, owner: object): Promise<void> {
    for (;;) {
      if (this.tryTake(name, owner)) return;
      await new Promise<void>((resolve) => this.held.get(name)?.waiting.push(resolve));
    }
  }

  tryTake(name: string, owner: object): boolean {
    const present = this.held.get(name);
    if (present && present.owner !== owner) return false;
    if (!present) this.held.set(name, { owner, waiting: [] });
    return true;
  }

  release(name: string, owner: object): void {
    const present = this.held.get(name);
    if (present?.owner !== owner) return;
    this.held.delete(name);
    for (const proceed of present.waiting) proceed();
  }

  releaseAll(owner: object): void {
    for (const [name, { owner: present }] of [...this.held]) if (present === owner) this.release(name, owner);
  }
}

/** The database's side of one connection: at most one transaction, and the locks that end with it. */
export class MemoryConnection {
  private open: MemoryTransaction | undefined;
  private readonly alsoHeld = new Set<string>();
  private ended = false;

  constructor(
    private readonly database: MemoryDatabase,
    private readonly locks: Locks,
    private readonly carry: Carry = async (_, work) => work(),
    private readonly now: () => number = () => 0,
    /** Whether a commit waits for the disk. */
    private readonly durable = false,
  ) {}

  /** One statement: in the transaction that is open, else in one of its own. */
  request<T>(what: string, work: (tx: MemoryTransaction) => T): Promise<T> {
    return this.carry(what, () => {
      this.refuseIfEnded();
      if (this.open) return work(this.open);
      const tx = this.database.begin();
      const result = work(tx);
      this.commit(tx);
      return result;
    });
  }

  /** One statement in a transaction of its own, whatever else is open. */
  aside<T>(what: string, work: (tx: MemoryTransaction) => T): Promise<T> {
    return this.carry(what, () => {
      const tx = this.database.begin();
      const result = work(tx);
      this.commit(tx);
      return result;
    });
  }

  /** One statement that takes a lock for as long as it lasts. */
  alone<T>(lock: string, what: string, work: (tx: MemoryTransaction) => T): Promise<T> {
    return this.carry(what, async () => {
      this.refuseIfEnded();
      await this.locks.take(lock, this);
      try {
        this.refuseIfEnded();
        const tx = this.database.begin();
        const result = work(tx);
        this.commit(tx);
        return result;
      } finally {
        this.locks.release(lock, this);
      }
    });
  }

  /** One statement of the open transaction, which keeps the lock to its end. */
  holding<T>(lock: string, what: string, work: (tx: MemoryTransaction) => T): Promise<T> {
    return this.carry(what, async () => {
      this.refuseIfEnded();
      await this.locks.take(lock, this);
      if (this.ended) this.locks.releaseAll(this);
      this.refuseIfEnded();
      if (!this.open) throw new Error('No transaction is open');
      this.alsoHeld.add(lock);
      return work(this.open);
    });
  }

  /** Holds the lock from the beginning to the end. */
  async transaction<T>(lock: string, work: () => Promise<T>): Promise<T> {
    try {
      await this.carry('begin', async () => {
        this.refuseIfEnded();
        await this.locks.take(lock, this);
        if (this.ended) this.locks.releaseAll(this);
        this.refuseIfEnded();
        this.open = this.database.begin();
      });
      const result = await work();
      await this.carry('commit', () => {
        this.refuseIfEnded();
        if (this.open) this.commit(this.open);
        this.rollBack(lock);
      });
      return result;
    } catch (error) {
      await this.carry('rollback', () => this.rollBack(lock)).catch(() => undefined);
      throw error;
    }
  }

  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const mark = await this.carry('savepoint', () => this.open?.mark());
    try {
      return await work();
    } catch (error) {
      await this.carry('back to savepoint', () => this.open?.undo(mark));
      throw error;
    }
  }

  tryLock(name: string): Promise<boolean> {
    return this.carry(`try to lock ${name}`, () => {
      this.refuseIfEnded();
      return this.locks.tryTake(name, this);
    });
  }

  unlock(name: string): Promise<void> {
    return this.carry(`unlock ${name}`, () => this.locks.release(name, this));
  }

  close(): Promise<void> {
    return this.carry('close', () => this.end());
  }

  /** The other side is gone: what was not committed is not, what it held is free. */
  end(): void {
    this.ended = true;
    this.open = undefined;
    this.locks.releaseAll(this);
  }

  private commit(tx: MemoryTransaction): void {
    tx.commit(this.now());
    if (this.durable) this.database.sync(this.now());
  }

  private rollBack(lock: string): void {
    this.open = undefined;
    for (const one of [lock, ...this.alsoHeld]) this.locks.release(one, this);
    this.alsoHeld.clear();
  }

  private refuseIfEnded(): void {
    if (this.ended) throw new ConnectionLost('The connection has ended');
  }
}

/** Its name says that no event is to blame. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}
