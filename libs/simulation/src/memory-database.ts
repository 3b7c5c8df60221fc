/** What a table holds under a key; undefined: nothing. */
type Value = unknown;

interface Write {
  readonly table: string;
  readonly key: string;
  readonly before: Value;
}

/** Tables of values by key, changed by transactions. A crash may take the newest commits back, as it does where nobody waits for the disk. */
export class MemoryDatabase {
  private readonly tables = new Map<string, Map<string, Value>>();
  /** Commits that the disk may not have yet, oldest first. */
  private unsynced: { readonly at: number; readonly writes: readonly Write[] }[] = [];

  /** Told of every commit: the tables it changed. */
  watcher: ((tables: readonly string[]) => void) | undefined;

  begin(): MemoryTransaction {
    return new MemoryTransaction(this);
  }

  get(table: string, key: string): Value {
    return this.tables.get(table)?.get(key);
  }

  entries(table: string): ReadonlyMap<string, Value> {
    return this.tables.get(table) ?? new Map<string, Value>();
  }

  /** Everything at once; on the disk only after `sync`. */
  commit(changes: ReadonlyMap<string, ReadonlyMap<string, Value>>, at = 0): void {
    const writes: Write[] = [];
    for (const [table, rows] of changes) {
      for (const [key, value] of rows) {
        writes.push({ table, key, before: this.get(table, key) });
        this.put(table, key, value);
      }
    }
    this.unsynced.push({ at, writes });
    this.watcher?.([...changes.keys()]);
  }

  /** Every commit up to this moment is on the disk. */
  sync(until: number): void {
    this.unsynced = this.unsynced.filter(({ at }) => at > until);
  }

  get unsyncedCommits(): number {
    return this.unsynced.length;
  }

  /** Takes the newest commits back. */
  lose(commits: number): void {
    for (let count = 0; count < commits; count += 1) {
      for (const { table, key, before } of [...(this.unsynced.pop()?.writes ?? [])].reverse())
        this.put(table, key, before);
    }
  }

  private put(table: string, key: string, value: Value): void {
    const rows = this.tables.get(table) ?? new Map<string, Value>();
    this.tables.set(table, rows);
    if (value === undefined) rows.delete(key);
    else rows.set(key, value);
  }
}

type Changes = Map<string, Map<string, Value>>;

/** Sees what is committed and what it wrote itself; others see nothing of it before `commit`. */
export class MemoryTransaction {
  private changes: Changes = new Map();

  constructor(private readonly database: MemoryDatabase) {}

  get(table: string, key: string): Value {
    const own = this.changes.get(table);
    return own?.has(key) ? own.get(key) : this.database.get(table, key);
  }

  set(table: string, key: string, value: Value): void {
    const own = this.changes.get(table) ?? new Map<string, Value>();
    this.changes.set(table, own.set(key, value));
  }

  delete(table: string, key: string): void {
    this.set(table, key, undefined);
  }

  values(table: string): Value[] {
    const all = new Map([...this.database.entries(table), ...(this.changes.get(table) ?? [])]);
    return [...all.values()].filter((value) => value !== undefined);
  }

  keys(table: string): string[] {
    const all = new Set([...this.database.entries(table).keys(), ...(this.changes.get(table)?.keys() ?? [])]);
    return [...all].filter((key) => this.get(table, key) !== undefined);
  }

  /** What `undo` brings back. */
  mark(): unknown {
    return new Map([...this.changes].map(([table, rows]) => [table, new Map(rows)]));
  }

  undo(mark: unknown): void {
    this.changes = new Map([...(mark as Changes)].map(([table, rows]) => [table, new Map(rows)]));
  }

  commit(at?: number): void {
    this.database.commit(this.changes, at);
  }
}
