import { Operations } from './operations';
import type { AnyProjection } from './projection';
import type { LeftGroups, ReadTables } from './read-model';
import { blamesEvent } from './session';
import { TableStore } from './table-store';

/** So many groups are computed in one go: what `across` reads of them must fit into memory. */
const TOGETHER = 100;

/** The groups that were left for `across`. Each go is one transaction: its rows, and that its groups are no longer left. */
export class AcrossGroups {
  constructor(
    private readonly groups: LeftGroups,
    private readonly tables: ReadTables,
    private readonly projection: AnyProjection,
  ) {}

  /** What could not be computed before (or one such group) is left again. Answers the names. */
  async takeUpAgain(only?: string): Promise<string[]> {
    return named(await this.groups.takeUpAgain(only));
  }

  /** Computes all of them. Throws what `across` throws, or the tables; what is left then can be taken up again. */
  async compute(): Promise<void> {
    while ((await this.go(() => this.groups.take(TOGETHER))).length > 0);
  }

  /** The same, but a group whose rows cannot be computed is put aside with the reason; the others go on. */
  async computeCarefully(): Promise<void> {
    for (;;) {
      const refused: string[] = [];
      try {
        const take = () => this.groups.take(TOGETHER);
        const names = await this.go(take, (taken) => refused.push(...taken));
        if (names.length === 0) return;
      } catch (error) {
        if (!blamesEvent(error) || refused.length === 0) throw error;
        for (const name of refused) await this.computeAlone(name);
      }
    }
  }

  private async computeAlone(name: string): Promise<void> {
    try {
      await this.go(() => this.groups.takeOne(name));
    } catch (error) {
      if (!blamesEvent(error)) throw error;
      await this.groups.putAside(name, error instanceof Error ? error.message : String(error));
    }
  }

  /** Taken before they are computed: whoever leaves one of them meanwhile waits, and leaves it anew. */
  private go(
    take: () => Promise<string[]>,
    onTaken: (names: readonly string[]) => void = () => undefined,
  ): Promise<string[]> {
    return this.groups.whole(async () => {
      const names = named(await take());
      onTaken(names);
      if (names.length === 0) return names;
      const tables = new TableStore(this.tables, this.projection);
      const operations = new Operations(this.projection);
      await this.projection.across?.(names, tables.settleContext(operations));
      await tables.write(operations);
      return names;
    });
  }
}

/** Several parts may have left one group. */
function named(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
