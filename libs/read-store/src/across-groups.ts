import { putAside, takeGroup, takeGroups, takeUpAgain } from './across-sql';
import type { Generation } from './generations';
import { Operations } from './operations';
import { PostgresReadModel } from './postgres-read-model';
import type { AnyProjection } from './projection';
import type { ReadTables } from './read-model';
import { blamesEvent, transaction } from './session';
import type { Statement } from './table-sql';
import { TableStore } from './table-store';

/** So many groups are computed in one go: what `across` reads of them must fit into memory. */
const TOGETHER = 100;

/** The groups that were left for `across`. Each go is one transaction: its rows, and that its groups are no longer left. */
export class AcrossGroups {
  /** `session` must be one connection. */
  constructor(
    private readonly session: Pick<ReadTables, 'query'>,
    private readonly projection: AnyProjection,
    private readonly generation: Generation,
    /** All of a go or none of it. */
    private readonly whole: typeof transaction = transaction,
  ) {}

  /** What could not be computed before (or one such group) is left again. Answers the names. */
  async takeUpAgain(only?: string): Promise<string[]> {
    return [...new Set((await this.run(takeUpAgain(this.generation, only))).map(({ name }) => name))].sort();
  }

  /** Computes all of them. Throws what `across` throws, or the tables; what is left then can be taken up again. */
  async compute(): Promise<void> {
    while ((await this.go(takeGroups(this.generation, TOGETHER))).length > 0);
  }

  /** The same, but a group whose rows cannot be computed is put aside with the reason; the others go on. */
  async computeCarefully(): Promise<void> {
    for (;;) {
      const refused: string[] = [];
      try {
        if ((await this.go(takeGroups(this.generation, TOGETHER), (names) => refused.push(...names))).length === 0)
          return;
      } catch (error) {
        if (!blamesEvent(error) || refused.length === 0) throw error;
        for (const name of refused) await this.computeAlone(name);
      }
    }
  }

  private async computeAlone(name: string): Promise<void> {
    try {
      await this.go(takeGroup(this.generation, name));
    } catch (error) {
      if (!blamesEvent(error)) throw error;
      await this.run(putAside(this.generation, name, error instanceof Error ? error.message : String(error)));
    }
  }

  /** Taken before they are computed: whoever leaves one of them meanwhile waits, and leaves it anew. */
  private go(take: Statement, onTaken: (names: readonly string[]) => void = () => undefined): Promise<string[]> {
    return this.whole(this.session, async () => {
      const names = [...new Set((await this.run(take)).map(({ name }) => name))].sort();
      onTaken(names);
      if (names.length === 0) return names;
      const tables = new TableStore(
        new PostgresReadModel(this.session, this.projection, this.generation),
        this.projection,
      );
      const operations = new Operations(this.projection);
      await this.projection.across?.(names, tables.settleContext(operations));
      await tables.write(operations);
      return names;
    });
  }

  private run({ sql, parameters }: Statement): Promise<{ name: string }[]> {
    return this.session.query<{ name: string }>(sql, parameters);
  }
}
