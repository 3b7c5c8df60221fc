import { readLogIdentity, StoreUnavailable } from '@app/event-store';
import { type AnyProjection, applyBatch } from '@app/read-store';
import {
  enter,
  generationsOf,
  type KeptGeneration,
  lacksSomething,
  leastOf,
  partsOf,
  placeOf,
  positionsOf,
  retiredLast,
} from './generations';
import type { LogServer } from './log-server';
import { ConnectionLost, type MemoryConnection } from './memory-connection';
import type { MemoryTransaction } from './memory-database';
import { checkpointOf, groupsOf } from './memory-read-model';
import type { Nature } from './nature';
import { Process } from './process';
import type { Edition } from './program';
import type { ReadStoreServer, SimulatedModel, SimulatedReadModels } from './read-store-server';
import { SimulatedEventStore } from './simulated-event-store';

/** What an operator goes by. As it should be, or with a fault planted in it. */
export interface Rules {
  /** Whether a generation that holds this much may be shown to readers that have seen so much. */
  mayShow(holds: bigint, seen: bigint, wanted: KeptGeneration): boolean;
  /** Behind which event the parts go on when a rebuild has loaded up to `loaded` and the log has come to `head`. */
  goOnBehind<At>(loaded: At, head: At): At;
}

/** How much an operator does. */
export interface Habits {
  /** How many rebuilds and roll-backs are begun: chance picks one of these. */
  readonly jobs: readonly number[];
  /** How many of them are roll-backs, where something is retired: 0 to 1. */
  readonly rollBacks: number;
  /** The shortest and the longest pause, ms. */
  readonly restMs: readonly [number, number];
}

/** What is left to be begun, over all who ever sat there. */
export interface Jobs {
  left: number;
}

/** Whoever rebuilds read models beside the live ones, shows them to readers, and takes that back. Takes up what a former one began. */
export class Operator extends Process {
  private readonly store: SimulatedEventStore;

  constructor(
    nature: Nature,
    log: LogServer,
    private readonly readStore: ReadStoreServer,
    private readonly rules: Rules,
    private readonly habits: Habits,
    private readonly jobs: Jobs,
    private readonly readModelsOf: (process: Process, edition: Edition) => SimulatedReadModels,
  ) {
    super(nature, 'operator');
    this.store = new SimulatedEventStore(this, log);
  }

  async work(edition: () => Edition): Promise<void> {
    for (;;) {
      await this.pause(this.nature.chance.between(...this.habits.restMs));
      const now = edition();
      try {
        await this.goOn(now, this.nature.chance.pick(now.projections));
      } catch (error) {
        if (!(error instanceof ConnectionLost || error instanceof StoreUnavailable)) throw error;
      }
    }
  }

  private async goOn(edition: Edition, projection: AnyProjection): Promise<void> {
    const connection = await this.readStore.connect(this, true);
    try {
      const all = await connection.request('which generations', (tx) => generationsOf(tx, projection.name));
      const rebuilt = all.find(({ state }) => state === 'rebuilding');
      const retired = retiredLast(all);
      if (rebuilt?.loading) await this.load(edition, projection, rebuilt, connection);
      else if (rebuilt) await this.show(projection, rebuilt, connection);
      else if (this.jobs.left <= 0) return;
      else if (retired && this.nature.chance.happens(this.habits.rollBacks)) {
        if (await this.show(projection, retired, connection)) this.jobs.left -= 1;
      } else await this.begin(projection, connection);
    } finally {
      await connection.close().catch(() => undefined);
    }
  }

  private async begin(projection: AnyProjection, connection: MemoryConnection): Promise<void> {
    const parts = this.nature.chance.pick([1, 1, 2, 3]);
    this.jobs.left -= 1;
    await connection.alone('generations', `begin to rebuild ${projection.name} in ${parts}`, (tx) => {
      const all = generationsOf(tx, projection.name);
      if (all.some(({ state }) => state === 'rebuilding')) return;
      const { name, version } = projection;
      const generation = (all.at(-1)?.generation ?? 0) + 1;
      enter(tx, { projection: name, generation, version, state: 'rebuilding', parts, loading: true, lived: 0 });
    });
  }

  /** Everything that the log holds, from the beginning; then its parts go on from there. */
  private async load(
    edition: Edition,
    projection: AnyProjection,
    rebuilt: KeptGeneration,
    connection: MemoryConnection,
  ) {
    const place = placeOf(rebuilt);
    if (!(await connection.tryLock(`load of ${place}`))) return;
    const whole = { ...rebuilt, parts: 1 };
    const model = await this.readModelsOf(this, edition).open(projection, whole);
    try {
      await connection.request(`empty ${place}`, (tx) => {
        for (const table of Object.keys(projection.tables)) clear(tx, model.tableOf(table));
        for (const table of [`${place} held`, `${place} parked`, groupsOf(place)]) clear(tx, table);
        tx.delete('checkpoint', place);
      });
      await this.fill(edition, projection, model);
      const head = await this.headNow();
      await connection.alone('generations', `${place} follows the log`, (tx) => {
        const loaded = tx.get('checkpoint', place);
        for (const part of partsOf(projection, rebuilt)) {
          const at = this.rules.goOnBehind(loaded, loaded && head ? { ...loaded, ...head } : loaded);
          tx.set('checkpoint', checkpointOf(place, part), at);
        }
        enter(tx, { ...rebuilt, loading: false });
      });
    } finally {
      await model.close();
    }
  }

  private async fill({ registry }: Edition, projection: AnyProjection, model: SimulatedModel): Promise<void> {
    const logId = (await readLogIdentity(this.store))?.logId ?? '';
    for (let after: bigint | undefined; ;) {
      const { events, atEnd } = await this.store.page(after, 50);
      await applyBatch({ model, projection, registry }, { logId, events, after });
      after = events.at(-1)?.position ?? after;
      if (atEnd) return;
    }
  }

  private async headNow() {
    const position = await this.store.head();
    const event = position === undefined ? undefined : await this.store.eventAt(position);
    return event && { position: event.position, eventId: event.id };
  }

  /** Readers see it from one instant on; what they saw is retired. Answers whether it was done. */
  private async show(
    projection: AnyProjection,
    wanted: KeptGeneration,
    connection: MemoryConnection,
  ): Promise<boolean> {
    const shown = await connection.transaction('generations', async () => {
      const all = await connection.request('both', (tx) => generationsOf(tx, projection.name));
      const live = all.find(({ state }) => state === 'live');
      const other = all.find(({ generation, state }) => generation === wanted.generation && state === wanted.state);
      if (!live || !other) return false;
      for (const one of [live, other].sort((a, b) => a.generation - b.generation))
        for (const part of partsOf(projection, one))
          await connection.holding(checkpointOf(placeOf(one), part), 'hold', () => undefined);
      return connection.request(`show g${other.generation} instead of g${live.generation}`, (tx) => {
        const seen = positionsOf(tx, projection, live).reduce((most, one) => (one > most ? one : most));
        if (lacksSomething(tx, other) || !this.rules.mayShow(leastOf(positionsOf(tx, projection, other)), seen, other))
          return false;
        enter(tx, { ...live, state: 'retired' });
        enter(tx, { ...other, state: 'live', lived: Math.max(...all.map(({ lived }) => lived)) + 1 });
        return true;
      });
    });
    if (shown) this.nature.note(`operator: readers of ${projection.name} are shown g${wanted.generation}`);
    return shown;
  }
}

function clear(tx: MemoryTransaction, table: string): void {
  for (const key of tx.keys(table)) tx.delete(table, key);
}
