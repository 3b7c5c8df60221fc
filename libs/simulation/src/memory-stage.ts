import type { LogCheckpoint } from '@app/event-store';
import { type Cuts, type LeftGroups, type PartsStanding, STAGE } from '@app/read-store';
import type { MemoryConnection } from './memory-connection';
import type { MemoryTransaction } from './memory-database';
import { checkpointOf, groupsOf, type KeptGroup } from './memory-read-model';

/** What the stage of a divided generation and its parts tell each other, in memory. */
export class MemoryCuts implements Cuts {
  constructor(
    protected readonly connection: MemoryConnection,
    protected readonly place: string,
    protected readonly parts: number,
  ) {}

  standing(): Promise<PartsStanding> {
    return this.connection.request('where the parts stand', (tx) => this.standingIn(tx));
  }

  letGoTo(cut: bigint): Promise<void> {
    return this.connection.alone(this.stage, `let go to ${cut}`, (tx) => tx.set('cut', this.place, cut));
  }

  computedAll(): Promise<void> {
    return this.connection.alone(this.stage, 'computed all', (tx) =>
      tx.set('checkpoint', this.stage, tx.get('checkpoint', checkpointOf(this.place, 0))),
    );
  }

  protected standingIn(tx: MemoryTransaction): PartsStanding {
    const at = (part: number) =>
      (tx.get('checkpoint', checkpointOf(this.place, part)) as LogCheckpoint | undefined)?.position;
    const all = Array.from({ length: this.parts }, (_, part) => at(part));
    const begun = all.flatMap((position) => position ?? []).sort((one, other) => Number(one - other));
    const groups = tx.values(groupsOf(this.place)) as KeptGroup[];
    return {
      cut: tx.get('cut', this.place) as bigint | undefined,
      least: begun.length === this.parts ? begun[0] : undefined,
      most: begun.at(-1),
      computed: at(STAGE),
      left: groups.some(({ error, again }) => error === undefined || again),
    };
  }

  private get stage(): string {
    return checkpointOf(this.place, STAGE);
  }
}

/** The groups left for `across`, in memory: one go holds them all. */
export class MemoryGroups implements LeftGroups {
  constructor(
    protected readonly connection: MemoryConnection,
    protected readonly place: string,
  ) {}

  whole<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.connection.transaction(this.table, work);
  }

  take(limit: number): Promise<string[]> {
    return this.taken('take groups', (tx) =>
      this.all(tx)
        .filter(({ error, again }) => error === undefined || again)
        .slice(0, limit),
    );
  }

  takeOne(name: string): Promise<string[]> {
    return this.taken(`take group ${name}`, (tx) => this.all(tx).filter((group) => group.name === name));
  }

  putAside(name: string, error: string): Promise<void> {
    return this.connection.alone(this.table, `put ${name} aside: ${error}`, (tx) =>
      tx.set(this.table, name, { name, error, again: false } satisfies KeptGroup),
    );
  }

  takeUpAgain(only?: string): Promise<string[]> {
    return this.connection.alone(this.table, 'take groups up again', (tx) => {
      const aside = this.all(tx).filter(({ name, error }) => error !== undefined && (only ?? name) === name);
      for (const group of aside) tx.set(this.table, group.name, { ...group, again: true } satisfies KeptGroup);
      return aside.map(({ name }) => name);
    });
  }

  private taken(what: string, which: (tx: MemoryTransaction) => KeptGroup[]): Promise<string[]> {
    return this.connection.request(what, (tx) => {
      const groups = which(tx);
      for (const { name } of groups) tx.delete(this.table, name);
      return groups.map(({ name }) => name);
    });
  }

  private all(tx: MemoryTransaction): KeptGroup[] {
    const groups = tx.values(this.table) as KeptGroup[];
    return groups.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  private get table(): string {
    return groupsOf(this.place);
  }
}
