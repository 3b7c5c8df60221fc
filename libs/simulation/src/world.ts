import { logCreated } from '@app/event-store';
import type { LogServer } from './log-server';
import { EVERY_FAULT, type Fault } from './bank';
import { Desk } from './desk';
import { enter, firstGeneration, generationsOf, lacksSomething, placeOf, positionsOf } from './generations';
import { groupsOf } from './memory-read-model';
import type { Nature } from './nature';
import { Person } from './person';
import { type Jobs, Operator } from './operator';
import { Clerk, type Edition, editionOf, Projector } from './program';
import type { Process } from './process';
import type { Server } from './server';
import type { ReadStoreServer, SimulatedReadModels } from './read-store-server';
import { sound, type Surroundings } from './surroundings';
import { Watch } from './watch';

const LOG_ID = '11111111-1111-4111-8111-111111111111';
/** What begins with this is where it matters most what goes wrong; `''`: any request. */
const DELICATE = { log: ['', 'append', 'append'], readStore: ['', 'advance', 'commit', 'upsert'] };
/** What the first program cannot cope with, seed by seed. */
const FAULTS: readonly (readonly Fault[])[] = [
  [],
  ['type'],
  ['handle', 'write'],
  ['fold'],
  ['settle'],
  ['settle'],
  EVERY_FAULT,
];
/** Virtual ms in which everything must have come to rest once it is calm. */
const REST_MS = 180_000;

/** Two clerks, two projectors, a desk and some people, over one log and one read store, and everything that may befall them. */
export class World {
  readonly log: LogServer;
  readonly readStore: ReadStoreServer;
  readonly people: readonly Person[];
  private edition = editionOf(false);
  private calm = false;
  private readonly clerks: Clerk[];
  private readonly projectors: Projector[];
  private readonly desk: Desk;
  private readonly jobs: Jobs;
  private operator: Operator;
  private readonly batchSize: number;

  constructor(
    readonly nature: Nature,
    private readonly surroundings: Surroundings = sound,
  ) {
    const { chance } = nature;
    Object.assign(nature.roughness, surroundings.roughness);
    this.log = surroundings.log(nature);
    this.readStore = surroundings.readStore(nature);
    this.batchSize = chance.pick([1, 3, 10, 100]);
    this.foundGenerations();
    new Watch(nature, this.readStore, editionOf(true).projections);
    this.clerks = [0, 1].map((place) => this.newClerk(place));
    this.projectors = [0, 1].map((place) => this.newProjector(place));
    this.desk = new Desk(nature, this.log, this.readStore, (process, edition) => this.readModels(process, edition));
    this.jobs = { left: chance.pick(surroundings.habits.jobs) };
    this.operator = this.newOperator();
    const accounts = chance.between(1, 8);
    const faults = chance.pick(FAULTS);
    const anyClerk = () => chance.pick(this.clerks);
    this.people = Array.from(
      { length: chance.between(2, 5) },
      (_, place) => new Person(nature, `person ${place}`, anyClerk, accounts, faults),
    );
  }

  /** Until everything has come to rest or a promise is broken. */
  async run(): Promise<void> {
    const { nature } = this;
    const { time, chance } = nature;
    this.foundLog();
    const hurry = chance.pick([100, 400, 1_200]);
    for (const person of this.people) void this.watched(person.work(chance.between(5, 12), hurry));
    void this.watched(this.desk.work(() => this.edition));
    void this.watched(this.operator.work(() => this.edition));
    void this.watched(this.befall());
    const roughMs = chance.between(4_000, 10_000);
    time.after(chance.between(roughMs / 2, roughMs), () => this.mend());
    time.after(roughMs, () => this.becomeCalm());
    const over = () => nature.failure !== undefined || this.atRest();
    if (!(await time.run(over, roughMs + REST_MS))) nature.fail(`never came to rest: ${this.missing().join('; ')}`);
  }

  /** What keeps it from being at rest. */
  private missing(): string[] {
    const left: string[] = [];
    if (!this.calm) left.push('not calm yet');
    const waiting = this.people.filter(({ done }) => !done).length;
    if (waiting > 0) left.push(`${waiting} people wait for an answer`);
    for (const { name } of this.edition.projections) left.push(...this.missingIn(name));
    return left;
  }

  private missingIn(name: string): string[] {
    const left: string[] = [];
    const tx = this.readStore.database.begin();
    const head = this.log.head?.position ?? 0n;
    const projection = this.edition.projections.find((one) => one.name === name);
    if (!projection) return left;
    if (generationsOf(tx, name).some(({ state }) => state === 'rebuilding')) left.push(`${name} is being rebuilt`);
    for (const generation of this.readStore.keptNow(name)) {
      const positions = positionsOf(tx, projection, generation);
      const place = placeOf(generation);
      if (positions.some((position) => position !== head))
        left.push(`${place} is at ${positions.join()}, not at ${head}`);
      if (tx.values(groupsOf(place)).length > 0) left.push(`groups are left in ${place}`);
      if (lacksSomething(tx, generation)) left.push(`something stands still in ${place}`);
    }
    return left;
  }

  private atRest(): boolean {
    return this.calm && this.people.every(({ done }) => done) && this.missing().length === 0;
  }

  /** What goes wrong beside messages that are lost. */
  private async befall(): Promise<void> {
    const { time, chance } = this.nature;
    const strikes = (server: Server, delicate: readonly string[]) => [
      () => server.strikeAt(chance.between(1, 6), chance.pick(delicate), () => server.crash(chance.below(800))),
      () => server.strikeAt(chance.between(1, 6), chance.pick(delicate), (caller) => this.kill(caller)),
    ];
    const events = [
      () => this.kill(chance.pick(this.clerks)),
      () => this.kill(chance.pick(this.projectors)),
      () => this.kill(this.operator),
      ...strikes(this.log, DELICATE.log),
      ...strikes(this.readStore, DELICATE.readStore),
      () => (this.nature.roughness.slowness = chance.pick([2, 20, 100])),
    ].filter(() => chance.happens(0.7));
    while (events.length > 0) {
      await time.pause(chance.between(20, 500));
      if (this.calm) return;
      chance.pick(events)();
    }
  }

  /** A program dies and is started again after a while; whoever sits at the desk does not. */
  private kill(program: Process): void {
    if (this.calm || !program.alive || program === this.desk) return;
    program.kill();
    this.readStore.hangUp(program);
    this.nature.time.after(this.nature.chance.below(800), () => {
      replace(this.clerks, program, (place) => this.newClerk(place));
      replace(this.projectors, program, (place) => this.newProjector(place));
      if (program !== this.operator) return;
      this.operator = this.newOperator();
      void this.watched(this.operator.work(() => this.edition));
    });
  }

  /** A mended program is installed: nothing of the former one runs on. */
  private mend(): void {
    this.nature.note('a mended program is installed');
    this.edition = editionOf(true);
    for (const [place, projector] of this.projectors.entries()) {
      if (projector.alive) projector.kill();
      this.readStore.hangUp(projector);
      this.projectors[place] = this.newProjector(place);
    }
  }

  private becomeCalm(): void {
    this.nature.note('from now on nothing goes wrong');
    this.nature.calm();
    this.calm = true;
    this.jobs.left = 0;
  }

  private newClerk(place: number): Clerk {
    return new Clerk(this.nature, `clerk ${place}`, this.log);
  }

  private newProjector(place: number): Projector {
    const { nature, log, readStore, edition, batchSize } = this;
    return new Projector(nature, `projector ${place}`, log, readStore, edition, batchSize, (process) =>
      this.readModels(process, edition),
    );
  }

  private newOperator(): Operator {
    const { nature, log, readStore, jobs } = this;
    const { rules, habits } = this.surroundings;
    const models = (process: Process, edition: Edition) => this.readModels(process, edition);
    return new Operator(nature, log, readStore, rules, habits, jobs, models);
  }

  /** One generation each that readers see, divided or not. */
  private foundGenerations(): void {
    const tx = this.readStore.database.begin();
    for (const projection of this.edition.projections)
      enter(tx, firstGeneration(projection, this.nature.chance.pick([1, 1, 2, 3])));
    tx.commit();
    this.readStore.database.sync(0);
  }

  private readModels(process: Process, edition: Edition): SimulatedReadModels {
    return this.surroundings.readModels(process, this.readStore, edition);
  }

  /** The log has its identity before anything else. */
  private foundLog(): void {
    const { type, data } = logCreated.of({ logId: LOG_ID });
    const cause = { commandId: LOG_ID, correlationId: LOG_ID, causationId: LOG_ID };
    const who = { actor: 'system', onBehalfOf: null, role: 'system' };
    const stamp = { schemaVersion: 1, recordedAt: '2026-01-01T00:00:00.000Z', part: 1, parts: 1 };
    this.log.found({
      id: LOG_ID,
      type,
      data: JSON.stringify(data),
      metadata: JSON.stringify({ ...cause, ...who, ...stamp }),
    });
  }

  private async watched(work: Promise<void>): Promise<void> {
    await work.catch((error: Error) => this.nature.fail(`${error.name}: ${error.message}`));
  }
}

function replace<Program extends Process>(programs: Program[], gone: Process, again: (place: number) => Program): void {
  const place = programs.findIndex((program) => program === gone);
  if (place >= 0) programs[place] = again(place);
}
