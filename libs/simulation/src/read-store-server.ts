import type { RecordedEvent } from '@app/event-store';
import type { AnyProjection, Generation, HeldPartition, ReadModels, Refused, RunnersModel } from '@app/read-store';
import { ConnectionLost, Locks, MemoryConnection } from './memory-connection';
import { type KeptGeneration, keptUp, generationsOf, placeOf } from './generations';
import { MemoryDatabase } from './memory-database';
import { MemoryReadModel } from './memory-read-model';
import { MemoryCuts, MemoryGroups } from './memory-stage';
import type { Nature } from './nature';
import type { Process } from './process';
import { Server } from './server';

/** What a database that waits for no disk may lose in a crash: the commits of so many ms. */
const UNSYNCED_MS = 600;
/** How long a server holds what a lost connection held, at most. */
const NOTICED_MS = 800;

/** A database of read models. Commits are answered before they are on the disk; a crash takes the newest ones back, rows and checkpoint alike. */
export class ReadStoreServer extends Server {
  readonly database = new MemoryDatabase();
  /** Whoever looks on. */
  watch: { forget(): void } | undefined;
  private readonly locks = new Locks();
  private readonly connections = new Map<MemoryConnection, Process>();

  constructor(nature: Nature) {
    super(nature, 'read store', (why) => new ConnectionLost(why));
  }

  /** A connection of a process's own: once an answer is missing it is of no more use, and the server notices some time later. */
  async connect(process: Process, durable = false): Promise<MemoryConnection> {
    await this.call(process, 'connect', () => undefined);
    let broken = false;
    const connection: MemoryConnection = new MemoryConnection(
      this.database,
      this.locks,
      async (what, work) => {
        if (broken) throw new ConnectionLost('The connection is broken');
        try {
          return await this.call(process, what, work);
        } catch (error) {
          if (error instanceof ConnectionLost) {
            broken = true;
            this.endLater(connection);
          }
          throw error;
        }
      },
      () => this.nature.time.now,
      durable,
    );
    this.connections.set(connection, process);
    return connection;
  }

  /** The generations of a projection that are to be kept up. */
  keptUp(process: Process, projection: string): Promise<KeptGeneration[]> {
    return this.call(process, `what is kept up of ${projection}`, () => this.keptNow(projection));
  }

  keptNow(projection: string): KeptGeneration[] {
    return keptUp(generationsOf(this.database.begin(), projection));
  }

  /** The connections of a process that was killed end. */
  hangUp(process: Process): void {
    for (const [connection, owner] of this.connections) if (owner === process) this.endLater(connection);
  }

  endLater(connection: MemoryConnection): void {
    this.nature.time.after(this.nature.chance.below(NOTICED_MS), () => {
      connection.end();
      this.connections.delete(connection);
    });
  }

  protected lose(commits: number): void {
    this.database.lose(commits);
  }

  protected forget(): void {
    for (const connection of this.connections.keys()) connection.end();
    this.connections.clear();
    this.database.sync(this.nature.time.now - UNSYNCED_MS);
    const lost = this.nature.chance.below(this.database.unsyncedCommits + 1);
    this.lose(lost);
    this.watch?.forget();
    this.nature.note(`read store: the newest ${lost} commits are lost`);
  }
}

/** Read models as one process reaches them. */
export class SimulatedReadModels implements ReadModels {
  constructor(
    private readonly process: Process,
    private readonly server: ReadStoreServer,
    /** Which events the program may hold back. */
    private readonly poison: (event: RecordedEvent) => boolean,
  ) {}

  async open(projection: AnyProjection, generation: Generation): Promise<SimulatedModel> {
    const connection = await this.server.connect(this.process);
    return new SimulatedModel(connection, projection, generation, this.process, this.poison);
  }

  beat(): Promise<void> {
    return this.server.call(this.process, 'beat', () => undefined);
  }
}

const LOOK_AGAIN_MS = 1_500;

/** One read model of one runner, which may have it alone. */
export class SimulatedModel extends MemoryReadModel implements RunnersModel {
  readonly cuts: MemoryCuts;
  readonly groups: MemoryGroups;

  constructor(
    connection: MemoryConnection,
    projection: AnyProjection,
    protected readonly generation: Generation,
    protected readonly process: Process,
    private readonly poison: (event: RecordedEvent) => boolean,
  ) {
    super(connection, projection, placeOf(generation), generation.part);
    this.cuts = new MemoryCuts(connection, this.place, generation.parts);
    this.groups = new MemoryGroups(connection, this.place);
  }

  async lock(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (await this.connection.tryLock(`runner of ${this.checkpointName}`)) return true;
      await this.process.pause(LOOK_AGAIN_MS, signal);
    }
    return false;
  }

  stillThere(): Promise<void> {
    return this.connection.request('still there', () => undefined);
  }

  unlock(): Promise<void> {
    return this.connection.unlock(`runner of ${this.checkpointName}`);
  }

  override hold(refused: Refused): Promise<void> {
    const { event, failure } = refused;
    if (!this.poison(event)) this.process.nature.fail(`${event.type} ${event.id} is held back: ${failure.message}`);
    return super.hold(refused);
  }

  standingStill(): Promise<HeldPartition[]> {
    return this.connection.request('what stands still', (tx) => this.heldIn(tx));
  }

  /** No version is raised here. */
  takeOver(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async close(): Promise<void> {
    await this.connection.close().catch(() => undefined);
  }
}
