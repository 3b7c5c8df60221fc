import type { LogCheckpoint } from '@app/event-store';
import { leaveGroups } from './across-sql';
import { advance, advanceIfNothingStandsStill, beginLocked, readCheckpoint } from './checkpoint';
import type { Generation } from './generations';
import { definitionOf } from './operations';
import type { AnyProjection, Row } from './projection';
import { hold, park, releaseEvents, releasePartition } from './quarantine-sql';
import type { Advance, Parked, ReadModel, Refused, Standing, TableChange, Waiting } from './read-model';
import { completed, savepoint, type Session } from './session';
import { deleteRows, onlyAfter, physicalName, selectRows, type Statement, upsertRows } from './table-sql';

/** A read model in PostgreSQL. `session` must be one connection. */
export class PostgresReadModel implements ReadModel {
  readonly leaveToStage?: (groups: readonly string[]) => Promise<void>;

  constructor(
    private readonly session: Session,
    private readonly projection: Pick<AnyProjection, 'name' | 'tables'>,
    private readonly generation: Generation,
  ) {
    if (generation.parts > 1)
      this.leaveToStage = async (groups) => void (await this.run(leaveGroups(generation, groups)));
  }

  checkpoint(): Promise<LogCheckpoint | undefined> {
    return readCheckpoint(this.session, this.generation);
  }

  /** One statement. */
  advance(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    return this.changeAfter(advance(this.generation, move), changes);
  }

  /** One statement, a transaction of its own. */
  advanceIfNothingStandsStill(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    return this.changeAfter(advanceIfNothingStandsStill(this.generation, move), changes);
  }

  async locked<Result>(work: (standing: Standing) => Promise<Result>): Promise<Result> {
    return completed(this.session, async () => work(await beginLocked(this.session, this.generation)));
  }

  attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    return savepoint(this.session, work);
  }

  select(table: string, keys: readonly Row[]): Promise<Row[]> {
    return this.run(selectRows(this.tableOf(table), definitionOf(this.projection, table), keys));
  }

  async change(changes: readonly TableChange[]): Promise<void> {
    for (const change of changes) await this.run(this.statementOf(change));
  }

  query<Result extends Row>(sql: string, parameters?: readonly unknown[]): Promise<Result[]> {
    return this.session.query(sql, parameters);
  }

  tableOf(name: string): string {
    definitionOf(this.projection, name);
    return physicalName(this.projection.name, name, this.generation.generation);
  }

  async hold(refused: Refused): Promise<void> {
    await this.run(hold(this.generation, refused));
    await this.park([refused]);
  }

  async park(waiting: readonly Waiting[]): Promise<void> {
    if (waiting.length > 0) await this.run(park(this.generation, waiting));
  }

  async release(partition: string): Promise<Parked[]> {
    await this.run(releasePartition(this.generation, partition));
    const { sql, parameters } = releaseEvents(this.generation, partition);
    const rows = await this.session.query<{ position: string; event_id: string }>(sql, parameters);
    return rows.map(({ position, event_id: eventId }) => ({ position: BigInt(position), eventId }));
  }

  private async changeAfter(first: Statement, changes: readonly TableChange[]): Promise<boolean> {
    const statements = changes.map((change) => this.statementOf(change));
    return (await this.run(onlyAfter(first, statements))).length > 0;
  }

  private statementOf(change: TableChange): Statement {
    const [physical, definition] = [this.tableOf(change.table), definitionOf(this.projection, change.table)];
    return change.kind === 'delete'
      ? deleteRows(physical, definition, change.rows)
      : upsertRows(physical, definition, change.columns, change.rows);
  }

  private run({ sql, parameters }: Statement): Promise<Row[]> {
    return this.session.query(sql, parameters);
  }
}
