import type { EventStore, Page, Position } from '@app/event-store';
import { logPages } from './log-pages';

/** One who reads the log together with others. */
export interface LogReader {
  /** Where the log ended when the first of them asked. */
  readonly end: () => Promise<Position>;
  /** The log up to there; goes on when all who still read have asked for the next page. */
  readonly pages: () => AsyncGenerator<Page, void, void>;
  /** Needs no more of it: the others no longer wait for this one. */
  readonly leave: () => void;
}

/** The log read once for several readers abreast: a page is fetched and parsed once, whoever looks at it. */
export class SharedLog {
  private readonly reading = new Set<LogReader>();
  private readonly asking: ((page: Promise<Page | undefined>) => void)[] = [];
  private ending: Promise<Position> | undefined;
  private source: AsyncGenerator<Page, void, void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly limit: number,
    private readonly signal: AbortSignal,
    private readonly between: () => Promise<void> = () => Promise.resolve(),
  ) {}

  /** One more of those that read abreast; all must be there before the first asks for a page. */
  reader(): LogReader {
    const reader: LogReader = {
      end: () => (this.ending ??= this.store.head().then((head) => head ?? 0n)),
      pages: () => this.pages(),
      leave: () => {
        if (this.reading.delete(reader)) this.turn();
      },
    };
    this.reading.add(reader);
    return reader;
  }

  private async *pages(): AsyncGenerator<Page, void, void> {
    for (;;) {
      const page = await new Promise<Page | undefined>((take) => {
        this.asking.push(take);
        this.turn();
      });
      if (!page) return;
      yield page;
    }
  }

  /** The next page for all, once nobody works on the last one. */
  private turn(): void {
    if (this.asking.length === 0 || this.asking.length < this.reading.size) return;
    const page = this.next();
    for (const take of this.asking.splice(0)) take(page);
  }

  private async next(): Promise<Page | undefined> {
    const end = await (this.ending ?? Promise.resolve(0n));
    this.source ??= logPages(this.store, end, this.limit, this.signal);
    await this.between();
    const step = await this.source.next();
    return step.done ? undefined : step.value;
  }
}
