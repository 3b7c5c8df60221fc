import { RecordViewings, type Viewing } from '@app/access';
import { type CommandContext, EventStore } from '@app/event-store';
import { Clock, vietnamDate } from '@app/kernel';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';

/** For so long viewings are gathered before they are written, ms: many views of one unit make one event. */
const GATHERED_MS = 1_000;
/** How many units' records are written at once: recording must not keep those waiting who work. */
const AT_ONCE = 4;

/** Who looks at what. */
export type View = Pick<Viewing, 'accountId' | 'onBehalfOf' | 'role' | 'papers' | 'about'>;

/**
 * Gathers who was shown papers that are not public, and writes it to the log: one event per unit and second at most. A process that is killed
 * loses what it gathered in its last second; one that is stopped writes it first. While the log does not answer everything is kept.
 */
@Injectable()
export class ViewingRecorder implements OnModuleDestroy {
  private readonly logger = new Logger('viewings');
  private gathered = new Map<string, Map<string, Viewing>>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** Returns at once. */
  note(unitId: string, view: View): void {
    const now = this.clock.now();
    this.gather(unitId, { ...view, times: 1, firstAt: now, lastAt: now });
    this.timer ??= setTimeout(() => void this.flush(), GATHERED_MS).unref();
  }

  /** Writes what is gathered; resolves when it is written or was put back. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.writeAll());
    await this.writing;
  }

  async onModuleDestroy(): Promise<void> {
    await this.flush();
    clearTimeout(this.timer);
  }

  private gather(unitId: string, viewing: Viewing): void {
    const ofUnit = this.gathered.get(unitId) ?? new Map<string, Viewing>();
    const { accountId, onBehalfOf, role, papers, about } = viewing;
    const key = JSON.stringify([accountId, onBehalfOf, role, papers, about]);
    const known = ofUnit.get(key);
    const { times, firstAt } = known ?? { times: 0, firstAt: viewing.firstAt };
    ofUnit.set(key, { ...viewing, times: times + viewing.times, firstAt });
    this.gathered.set(unitId, ofUnit);
  }

  private async writeAll(): Promise<void> {
    const waiting = [...this.gathered];
    this.gathered = new Map();
    const writer = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await this.write(next[0], [...next[1].values()]);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, writer));
  }

  private async write(unitId: string, viewings: readonly Viewing[]): Promise<void> {
    try {
      const year = Number(vietnamDate(this.clock.now()).slice(0, 4));
      const logPosition = String((await this.store.head()) ?? 0n);
      await this.commands.execute(new RecordViewings({ unitId, year, logPosition, viewings }, contextOfRecorder()));
    } catch (error) {
      this.logger.warn(`Viewings of ${viewings.length} readers wait for the log: ${(error as Error).name}`);
      for (const viewing of viewings) this.gather(unitId, viewing);
      this.timer ??= setTimeout(() => void this.flush(), GATHERED_MS).unref();
    }
  }
}

function contextOfRecorder(): CommandContext {
  const commandId = randomUUID();
  const who = { actor: 'par-ledger', onBehalfOf: null, role: 'viewing-recorder' };
  return { commandId, correlationId: commandId, causationId: commandId, ...who };
}
