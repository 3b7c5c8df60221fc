import type { AnyProjection } from '@app/read-store';
import { boardOf, tally } from './books';
import { generationsOf, keptUp, type KeptGeneration, leastOf, placeOf, positionsOf } from './generations';
import { Locks, MemoryConnection } from './memory-connection';
import { groupsOf, MemoryReadModel } from './memory-read-model';
import type { Nature } from './nature';
import type { ReadStoreServer } from './read-store-server';

/**
 * Looks at every commit, as a reader may at any moment: what readers are told never goes back, and a stage that says how far it has
 * computed has computed from parts that stood together there.
 */
export class Watch {
  private seen = new Map<string, bigint>();
  private computed = new Map<string, bigint>();
  private readonly tally = tally(true);

  constructor(
    private readonly nature: Nature,
    private readonly readStore: ReadStoreServer,
    private readonly projections: readonly AnyProjection[],
  ) {
    readStore.watch = this;
    readStore.database.watcher = (tables) => {
      if (tables.includes('checkpoint') || tables.includes('generation')) this.look();
    };
  }

  /** A crash of the database may have taken the newest commits back. */
  forget(): void {
    this.seen = new Map();
    this.computed = new Map();
  }

  private look(): void {
    const tx = this.readStore.database.begin();
    for (const projection of this.projections) {
      const all = generationsOf(tx, projection.name);
      const live = all.find(({ state }) => state === 'live');
      if (live) this.compareSeen(projection.name, leastOf(positionsOf(tx, projection, live)));
      if (projection.across) for (const one of keptUp(all)) if (one.parts > 1) this.checkStage(projection, one);
    }
  }

  private compareSeen(name: string, now: bigint): void {
    const before = this.seen.get(name) ?? 0n;
    if (now < before) this.nature.fail(`readers of ${name} were shown ${before}, and then ${now}`);
    this.seen.set(name, now);
  }

  private checkStage(projection: AnyProjection, generation: KeptGeneration): void {
    const place = placeOf(generation);
    const tx = this.readStore.database.begin();
    const positions = positionsOf(tx, projection, generation);
    const [stage = 0n, parts] = [positions.at(-1), positions.slice(0, -1)];
    const before = this.computed.get(place);
    this.computed.set(place, stage);
    // What a crash left is looked at when the stage moves again.
    if (before === undefined || stage === before) return;
    if (parts.some((position) => position !== stage)) {
      return this.nature.fail(`the stage of ${place} has computed ${stage}, its parts stand at ${parts.join()}`);
    }
    const model = new MemoryReadModel(new MemoryConnection(this.readStore.database, new Locks()), this.tally, place);
    const accounts = model.rowsOf(tx, 'account');
    for (const { branch, order, events } of model.rowsOf(tx, 'board')) {
      if (tx.get(groupsOf(place), branch as string) !== undefined) continue;
      const should = boardOf(branch as string, accounts);
      if (JSON.stringify(should) !== JSON.stringify({ order, events })) {
        this.nature.fail(`${place}: the board of ${branch as string} is not what its accounts give at ${stage}`);
      }
    }
  }
}
