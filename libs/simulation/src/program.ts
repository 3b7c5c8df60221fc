import { EventRegistry, logEvents, type RecordedEvent, WritePath } from '@app/event-store';
import { type AnyProjection, type Generation, ProjectionRunner, type ReadModels } from '@app/read-store';
import { bankSchemas, type Fault } from './bank';
import { journal, tally } from './books';
import type { LogServer } from './log-server';
import type { Nature } from './nature';
import { Process } from './process';
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

export function generationOf({ name, version }: AnyProjection): Generation {
  return { projection: name, generation: 1, version, state: 'live', parts: 1 };
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

/** A process that keeps the read models up; a second one waits for its locks. */
export class Projector extends Process {
  constructor(
    nature: Nature,
    name: string,
    log: LogServer,
    edition: Edition,
    batchSize: number,
    readModelsOf: (process: Process) => ReadModels,
  ) {
    super(nature, name);
    const { registry, projections } = edition;
    const store = new SimulatedEventStore(this, log);
    const parts = { readModels: readModelsOf(this), store, registry, timers: this };
    for (const projection of projections) {
      const options = { batchSize, beatMs: 2_000, stalledMs: 10_000 };
      new ProjectionRunner(parts, projection, generationOf(projection), options)
        .run(new AbortController().signal)
        .catch((error: Error) => nature.fail(`the runner of ${projection.name} gave up: ${error.message}`));
    }
  }
}
