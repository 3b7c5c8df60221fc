import { EventRegistry, logEvents, type RecordedEvent, WritePath } from '@app/event-store';
import {
  type AnyProjection,
  type Generation,
  ProjectionRunner,
  type ReadModels,
  type RunnerParts,
  STAGE,
  StageRunner,
} from '@app/read-store';
import { bankSchemas, type Fault } from './bank';
import { journal, tally } from './books';
import { partsOf, placeOf } from './generations';
import type { LogServer } from './log-server';
import { ConnectionLost } from './memory-connection';
import { checkpointOf } from './memory-read-model';
import type { Nature } from './nature';
import { Process } from './process';
import type { ReadStoreServer } from './read-store-server';
import { SimulatedEventStore } from './simulated-event-store';

/** What the programs of a day know: on the first day one event type is unknown, and some events are too much for them. */
export interface Edition {
  readonly mended: boolean;
  readonly registry: EventRegistry;
  readonly projections: readonly AnyProjection[];
}

export const editionOf = (mended: boolean): Edition => ({
  mended,
  registry: new EventRegistry([...logEvents, ...bankSchemas.filter(({ type }) => mended || type !== 'Stamped')]),
  projections: [tally, journal].map((book) => withKnownTypes(book(mended), mended)),
});

/** A program that does not know a type has no handler for it. */
function withKnownTypes(projection: AnyProjection, mended: boolean): AnyProjection {
  if (mended) return projection;
  const on = Object.fromEntries(Object.entries(projection.on).filter(([type]) => type !== 'Stamped'));
  return { ...projection, on };
}

/** Whether a program of this edition may hold an event back. */
export function isPoison({ mended }: Edition, { type, data }: RecordedEvent): boolean {
  if (mended) return false;
  const { fault } = data as { readonly fault?: Fault | null };
  return type === 'Stamped' || !(fault === undefined || fault === null || fault === 'type');
}

/** A process that carries out commands. */
export class Clerk extends Process {
  readonly path: WritePath;

  constructor(nature: Nature, name: string, log: LogServer) {
    super(nature, name);
    const registry = new EventRegistry([...logEvents, ...bankSchemas]);
    this.path = new WritePath(new SimulatedEventStore(this, log), registry, this.clock, this);
  }
}

/** How soon a generation is met that was made, cut over or retired. */
const LOOK_AGAIN_MS = 1_000;
const OPTIONS = { restMs: 5, beatMs: 2_000, stalledMs: 10_000 };

/** A process that keeps every part of the read models up, in each generation that is kept up; a second one waits for its locks. */
export class Projector extends Process {
  private readonly running = new Map<string, AbortController>();

  constructor(
    nature: Nature,
    name: string,
    log: LogServer,
    private readonly readStore: ReadStoreServer,
    private readonly edition: Edition,
    private readonly batchSize: number,
    readModelsOf: (process: Process) => ReadModels,
  ) {
    super(nature, name);
    const store = new SimulatedEventStore(this, log);
    const parts = { readModels: readModelsOf(this), store, registry: edition.registry, timers: this };
    void this.look(parts).catch((error: Error) => nature.fail(`${name} gave up: ${error.message}`));
  }

  private async look(parts: RunnerParts): Promise<void> {
    for (;;) {
      for (const projection of this.edition.projections) {
        try {
          this.keepUp(parts, projection, await this.readStore.keptUp(this, projection.name));
        } catch (error) {
          if (!(error instanceof ConnectionLost)) throw error;
        }
      }
      await this.pause(LOOK_AGAIN_MS);
    }
  }

  private keepUp(parts: RunnerParts, projection: AnyProjection, generations: readonly Generation[]): void {
    const wanted = new Map<string, Generation>();
    for (const generation of generations)
      for (const part of partsOf(projection, generation))
        wanted.set(checkpointOf(placeOf(generation), part), part === undefined ? generation : { ...generation, part });
    for (const [name, stop] of this.running) {
      if (wanted.has(name) || !name.startsWith(`${projection.name} `)) continue;
      stop.abort();
      this.running.delete(name);
    }
    for (const [name, generation] of wanted)
      if (!this.running.has(name)) this.start(name, parts, projection, generation);
  }

  private start(name: string, parts: RunnerParts, projection: AnyProjection, generation: Generation): void {
    const stop = new AbortController();
    this.running.set(name, stop);
    const Kind = generation.part === STAGE ? StageRunner : ProjectionRunner;
    new Kind(parts, projection, generation, { ...OPTIONS, batchSize: this.batchSize })
      .run(stop.signal)
      .catch((error: Error) => this.nature.fail(`the runner of ${name} gave up: ${error.message}`));
  }
}
