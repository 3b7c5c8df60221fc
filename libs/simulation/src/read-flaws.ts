import type { LogCheckpoint, RecordedEvent } from '@app/event-store';
import type { Advance, AnyProjection, Generation, Standing, TableChange } from '@app/read-store';
import type { MemoryTransaction } from './memory-database';
import type { Process } from './process';
import { ReadStoreServer, SimulatedModel, SimulatedReadModels } from './read-store-server';

/** A crash takes the newest rows back and leaves the checkpoints where they are. */
export class TwoDisks extends ReadStoreServer {
  protected override lose(commits: number): void {
    const checkpoints = [...this.database.entries('checkpoint')];
    super.lose(commits);
    this.database.commit(new Map([['checkpoint', new Map(checkpoints)]]));
  }
}

type ModelClass = typeof SimulatedModel;

/** Read models whose rows and checkpoint are kept by another class. */
export function modelsOf(Model: ModelClass) {
  return class extends SimulatedReadModels {
    constructor(
      private readonly owner: Process,
      private readonly place: ReadStoreServer,
      private readonly suspects: (event: RecordedEvent) => boolean,
    ) {
      super(owner, place, suspects);
    }

    override async open(projection: AnyProjection, generation: Generation): Promise<SimulatedModel> {
      const connection = await this.place.connect(this.owner);
      return new Model(connection, projection, generation, this.owner, this.suspects);
    }
  };
}

/** The checkpoint is moved by a statement of its own, before the rows are written. */
export class CheckpointFirst extends SimulatedModel {
  override async advance(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    await this.connection.aside('checkpoint alone', (tx) => this.moveIn(tx, move));
    return super.advance({ ...move, from: move.to.position }, changes);
  }

  override async advanceIfNothingStandsStill(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    const moved = await super.advanceIfNothingStandsStill(move, []);
    if (moved) await this.change(changes);
    return moved;
  }

  private moveIn(tx: MemoryTransaction, { logId, to }: Advance): void {
    tx.set('checkpoint', this.checkpointName, { logId, position: to.position, eventId: to.id } satisfies LogCheckpoint);
  }
}

/** The checkpoint is moved by a statement of its own, once the rows are committed. */
export class CheckpointLast extends SimulatedModel {
  private move: Advance | undefined;

  override async locked<Result>(work: (standing: Standing) => Promise<Result>): Promise<Result> {
    const result = await super.locked(work);
    const { move } = this;
    this.move = undefined;
    if (move) await super.advance(move, []);
    return result;
  }

  override async advance(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    await this.change(changes);
    this.move = move;
    return true;
  }

  override async advanceIfNothingStandsStill(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    await this.change(changes);
    return super.advanceIfNothingStandsStill(move, []);
  }
}

/** Any number of runners at a time, and none asks whether the checkpoint is still where it left it. */
export class Unfenced extends SimulatedModel {
  private believed: bigint | undefined;

  override lock(): Promise<boolean> {
    return Promise.resolve(true);
  }

  override async checkpoint(): Promise<LogCheckpoint | undefined> {
    const checkpoint = await super.checkpoint();
    this.believed = checkpoint?.position;
    return checkpoint;
  }

  override async advance(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    const moved = await super.advance(move, changes);
    this.believed = move.to.position;
    return moved;
  }

  override async advanceIfNothingStandsStill(move: Advance, changes: readonly TableChange[]): Promise<boolean> {
    const moved = await super.advanceIfNothingStandsStill(move, changes);
    if (moved) this.believed = move.to.position;
    return moved;
  }

  protected override get lockName(): string {
    return `${this.checkpointName} of ${this.process.name}`;
  }

  protected override standingIn(tx: MemoryTransaction): Standing {
    return { ...super.standingIn(tx), position: this.believed };
  }
}

/** What an attempt wrote before it failed stays written. */
export class Unsaved extends SimulatedModel {
  override attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }
}

/** Nobody records which events wait. */
export class Unparked extends SimulatedModel {
  override park(): Promise<void> {
    return Promise.resolve();
  }
}
