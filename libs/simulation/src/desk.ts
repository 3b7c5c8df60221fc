import { LogIntegrityError, type RecordedEvent, StoreUnavailable } from '@app/event-store';
import { type AnyProjection, type Generation, partOf, retryPartition } from '@app/read-store';
import type { LogServer } from './log-server';
import { ConnectionLost } from './memory-connection';
import type { Nature } from './nature';
import { Process } from './process';
import type { Edition } from './program';
import type { ReadStoreServer, SimulatedReadModels } from './read-store-server';
import { SimulatedEventStore } from './simulated-event-store';

/** Whoever lets quarantined partitions go on, beside running projectors. */
export class Desk extends Process {
  private readonly store: SimulatedEventStore;

  constructor(
    nature: Nature,
    log: LogServer,
    private readonly readStore: ReadStoreServer,
    private readonly readModelsOf: (process: Process, edition: Edition) => SimulatedReadModels,
  ) {
    super(nature, 'desk');
    this.store = new SimulatedEventStore(this, log);
  }

  /** Tries every partition that stands still again, with the programs of `edition` at that moment. */
  async work(edition: () => Edition): Promise<void> {
    for (;;) {
      await this.pause(this.nature.chance.between(500, 6_000));
      try {
        await this.retryAll(edition());
      } catch (error) {
        if (!(error instanceof Error) || !passes(error)) throw error;
      }
    }
  }

  private async retryAll(edition: Edition): Promise<void> {
    for (const projection of edition.projections) {
      for (const generation of await this.readStore.keptUp(this, projection.name))
        await this.retryIn(edition, projection, generation);
    }
  }

  private async retryIn(edition: Edition, projection: AnyProjection, generation: Generation): Promise<void> {
    const models = this.readModelsOf(this, edition);
    for (const partition of await this.standingStill(models, projection, generation)) {
      const part = generation.parts > 1 ? partOf(projection, partition, generation.parts) : undefined;
      const model = await models.open(projection, part === undefined ? generation : { ...generation, part });
      try {
        const scope = { model, projection, registry: edition.registry };
        const { applied, waiting } = await retryPartition(scope, partition, (parked) =>
          Promise.all(parked.map(({ position, eventId }) => this.fetch(position, eventId))),
        );
        this.nature.note(`desk: ${partition} of ${projection.name} retried, ${applied} applied, ${waiting} wait`);
      } finally {
        await model.close();
      }
    }
  }

  /** Their streams: of one account each. */
  private async standingStill(models: SimulatedReadModels, projection: AnyProjection, generation: Generation) {
    const model = await models.open(projection, generation);
    try {
      return (await model.standingStill()).map(({ partition }) => partition);
    } finally {
      await model.close();
    }
  }

  private async fetch(position: bigint, eventId: string): Promise<RecordedEvent> {
    const event = await this.store.eventAt(position);
    if (event?.id !== eventId) throw new LogIntegrityError(`${eventId} is not at ${position}`);
    return event;
  }
}

function passes(error: Error): boolean {
  return error instanceof ConnectionLost || error instanceof StoreUnavailable;
}
