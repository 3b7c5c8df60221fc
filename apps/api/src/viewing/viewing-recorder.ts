import { type ListViewing, RecordListViewings, RecordViewings, type Viewing } from '@app/access';
import { type CommandContext, type CommandResult, EventStore, type Position } from '@app/event-store';
import { Clock, vietnamDate } from '@app/kernel';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { Gathered, type Seen } from './gathered';

/** For so long viewings are gathered before they are written, ms: many views of one unit make one event. */
const GATHERED_MS = 1_000;
/** Lists are about many units: they are gathered together. */
const ALL_LISTS = '';

type Who = Pick<Viewing, 'accountId' | 'onBehalfOf' | 'role'>;
/** Who looks at what. */
export type View = Who & Pick<Viewing, 'papers' | 'about'>;
/** Who asks for which list, and with what. */
export type ListView = Who & Pick<ListViewing, 'list' | 'asked'>;

/** A record that waits to be written: how, and how to keep it when it cannot be. */
interface Waiting {
  readonly readers: number;
  readonly command: (today: string, logPosition: string) => Command<CommandResult>;
  readonly putBack: () => void;
}

/**
 * Gathers who was shown papers and lists that are not public, and writes it to the log: one event per unit and second at most, and one of all
 * lists. A process that is killed loses what it has not written yet, about a second's worth, more where appends are slow; one that is stopped
 * writes it first. While the log does not answer everything is kept.
 */
@Injectable()
export class ViewingRecorder implements OnModuleDestroy {
  private readonly logger = new Logger('viewings');
  private readonly papers = new Gathered<View>();
  private readonly lists = new Gathered<ListView>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** Returns at once. */
  note(unitId: string, view: View): void {
    this.papers.add(unitId, this.seenNow(view));
    this.wake();
  }

  /** The same of a list about many units. */
  noteList(view: ListView): void {
    this.lists.add(ALL_LISTS, this.seenNow(view));
    this.wake();
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

  private seenNow<What extends object>(what: What): Seen<What> {
    const now = this.clock.now();
    return { ...what, times: 1, firstAt: now, lastAt: now };
  }

  private wake(): void {
    this.timer ??= setTimeout(() => void this.flush(), GATHERED_MS).unref();
  }

  private async writeAll(): Promise<void> {
    const waiting = [...this.waitingPapers(), ...this.waitingLists()];
    if (waiting.length === 0) return;
    // Behind everything that was gathered: all of these records may say so.
    const head = this.store.head();
    // One after the other: they take little from those who work, and the longer appends take, the more views one record is made of.
    for (const one of waiting) await this.write(one, head);
  }

  private waitingPapers(): Waiting[] {
    return this.papers.take().map(([unitId, viewings]) => ({
      readers: viewings.length,
      command: (today, logPosition) =>
        new RecordViewings({ unitId, year: Number(today.slice(0, 4)), logPosition, viewings }, contextOfRecorder()),
      putBack: () => viewings.forEach((viewing) => this.papers.add(unitId, viewing)),
    }));
  }

  private waitingLists(): Waiting[] {
    return this.lists.take().map(([group, viewings]) => ({
      readers: viewings.length,
      command: (day, logPosition) => new RecordListViewings({ day, logPosition, viewings }, contextOfRecorder()),
      putBack: () => viewings.forEach((viewing) => this.lists.add(group, viewing)),
    }));
  }

  private async write({ readers, command, putBack }: Waiting, head: Promise<Position | undefined>): Promise<void> {
    try {
      const logPosition = String((await head) ?? 0n);
      await this.commands.execute(command(vietnamDate(this.clock.now()), logPosition));
    } catch (error) {
      this.logger.warn(`Viewings of ${readers} readers wait for the log: ${(error as Error).name}`);
      putBack();
      this.wake();
    }
  }
}

function contextOfRecorder(): CommandContext {
  const commandId = randomUUID();
  const who = { actor: 'par-ledger', onBehalfOf: null, role: 'viewing-recorder' };
  return { commandId, correlationId: commandId, causationId: commandId, ...who };
}
