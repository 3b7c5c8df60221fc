import type { Position } from '@app/event-store';
import type { DataSource } from 'typeorm';
import { cutOver } from './cut-over';
import { cutsOf } from './cuts';
import type { Generation } from './generations';
import { beat } from './heartbeat';
import { forLastingWork } from './lasting-work';
import { type OwnConnection, ownConnection } from './own-connection';
import { leftGroupsOf } from './postgres-left-groups';
import { PostgresReadModel } from './postgres-read-model';
import type { AnyProjection } from './projection';
import type { Cuts, LeftGroups, ReadModels, RunnersModel } from './read-model';
import { lockGeneration, unlockGeneration } from './runner-lock';
import { type Session, sessionOf } from './session';

/** Read models in PostgreSQL. */
export class PostgresReadModels implements ReadModels {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The lock and the batches share one connection: when it is lost, both are. Nobody waits for the disk here: a crash takes rows and
   * checkpoint back together, and the log, which is on the disk, brings them again.
   */
  async open(projection: AnyProjection, generation: Generation): Promise<RunnersModel> {
    const connection = await ownConnection(this.dataSource);
    try {
      const { session } = connection;
      await session.query('SET synchronous_commit = off');
      const done = await forLastingWork(session);
      return new PostgresRunnersModel(connection, projection, generation, done);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  beat(generation: Generation, runner: string, trouble: string | null): Promise<void> {
    return beat(sessionOf(this.dataSource), generation, runner, trouble);
  }
}

class PostgresRunnersModel extends PostgresReadModel implements RunnersModel {
  readonly cuts: Cuts;
  readonly groups: LeftGroups;
  private readonly own: Session;

  constructor(
    private readonly connection: OwnConnection,
    private readonly whole: AnyProjection,
    private readonly one: Generation,
    private readonly lastingWorkDone: () => Promise<void>,
  ) {
    super(connection.session, whole, one);
    this.own = connection.session;
    this.cuts = cutsOf(this.own, one);
    this.groups = leftGroupsOf(this.own, one);
  }

  lock(signal: AbortSignal): Promise<boolean> {
    return lockGeneration(this.own, this.one, signal);
  }

  async stillThere(): Promise<void> {
    await this.own.query('SELECT');
  }

  unlock(): Promise<void> {
    return unlockGeneration(this.own, this.one);
  }

  takeOver(reached: Position | undefined): Promise<boolean> {
    return cutOver(this.own, this.whole, this.one.generation, reached);
  }

  async close(): Promise<void> {
    await this.lastingWorkDone();
    await this.connection.close();
  }
}
