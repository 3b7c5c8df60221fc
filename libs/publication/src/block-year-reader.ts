import { assessmentStream } from '@app/assessment';
import { caseworkStream } from '@app/casework';
import { EventRegistry, EventStore, type Position, type Recorded, type RecordedEvent } from '@app/event-store';
import type { DomainEvent, LocalDate } from '@app/kernel';
import { type PeriodEvent, periodStream } from '@app/period';
import type { ScoreEvent } from '@app/scoring';
import { surveyStream } from '@app/survey';
import { type BlockEvent, blockStream, type UnitEvent, unitStream } from '@app/unit';
import { Injectable } from '@nestjs/common';
import type { BlockPeriod, BlockYearSnapshot, DatedCandidate, UnitYearSnapshot } from './block-year';
import { blockMembers, blockPeriod, stillThere, unitNames, unitYear } from './fold-block-year';
import { StreamIsUnreadable } from './publication.errors';
import { endAfter } from './recorded-unit-ends';

/** A block in a year, as of one position of the log. */
export interface BlockReading {
  readonly head: Position;
  readonly period: BlockPeriod | null;
  readonly name: string;
  readonly candidates: readonly DatedCandidate[];
}

/** Reads what the log says about a block's year, all of it up to one and the same position. Never reads projections. */
@Injectable()
export class BlockYearReader {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /**
   * Every stream up to `at`, or to the log's head, which is taken first: with the `logPosition` of published results, exactly what they
   * were computed from. Throws StreamIsUnreadable for the year's or the block's own stream.
   */
  async read(year: number, blockId: string, at?: Position): Promise<BlockYearSnapshot> {
    const { head, period, name, candidates } = await this.readBlock(year, blockId, at);
    const units: UnitYearSnapshot[] = [];
    for (const candidate of candidates) units.push(await this.readUnit(candidate, year, head));
    return { year, blockId, blockName: name, logPosition: head, period, units };
  }

  /** The log's head, and as of it the year's rules for the block and the units that belong to it. Throws StreamIsUnreadable. */
  async readBlock(year: number, blockId: string, at?: Position): Promise<BlockReading> {
    const head = at ?? (await this.store.head()) ?? 0n;
    const ofPeriod = this.decoded<PeriodEvent>(await this.upTo(head, periodStream(year)));
    const ofBlock = this.decoded<BlockEvent>(await this.upTo(head, blockStream(blockId)));
    const { name, candidates } = blockMembers(ofBlock, year);
    const ends = new Map<string, LocalDate>();
    for (const { unitId } of candidates) {
      const endedOn = await this.endOf(unitId, head);
      if (endedOn !== null) ends.set(unitId, endedOn);
    }
    return { head, period: blockPeriod(ofPeriod, blockId), name, candidates: stillThere(candidates, ends, year) };
  }

  /** Whether the year was opened with rules for the block, skipped since or not. Throws StreamIsUnreadable. */
  async isOpened(year: number, blockId: string): Promise<boolean> {
    const head = (await this.store.head()) ?? 0n;
    const period = blockPeriod(this.decoded<PeriodEvent>(await this.upTo(head, periodStream(year))), blockId);
    return period !== null && period.ruleset !== null;
  }

  /** The first day without the unit; null: it goes on. */
  private async endOf(unitId: string, head: Position): Promise<LocalDate | null> {
    let endedOn: LocalDate | null = null;
    for (const event of await this.upTo(head, unitStream(unitId)))
      endedOn = this.readable(event, () => endAfter(endedOn, event, this.registry));
    return endedOn;
  }

  private async readUnit(candidate: DatedCandidate, year: number, head: Position): Promise<UnitYearSnapshot> {
    const { unitId } = candidate;
    const names = [
      unitStream(unitId),
      assessmentStream(year, unitId),
      surveyStream(year, unitId),
      caseworkStream(year, unitId),
    ];
    const [ofUnit = [], ...ofYear] = await Promise.all(names.map((stream) => this.upTo(head, stream)));
    const used = lastRevisions([ofUnit, ...ofYear]);
    try {
      const known = unitYear(this.decoded<ScoreEvent>(ofYear.flat()), unitId, year);
      return { ...candidate, ...known, names: unitNames(this.decoded<UnitEvent>(ofUnit)), used, unreadable: null };
    } catch (error) {
      const unreadable = error instanceof Error ? error.message : String(error);
      return { ...candidate, ...unitYear([], unitId, year), names: [], used, unreadable };
    }
  }

  private async upTo(head: Position, stream: string): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.read(stream)) {
      if (event.position > head) break;
      events.push(event);
    }
    return events;
  }

  private decoded<Event extends DomainEvent>(events: readonly RecordedEvent[]): Recorded<Event>[] {
    return events.map((event) => this.readable(event, () => this.registry.decode<Event>(event)));
  }

  private readable<Result>({ stream }: RecordedEvent, decode: () => Result): Result {
    try {
      return decode();
    } catch (error) {
      throw new StreamIsUnreadable(stream, error instanceof Error ? error.message : String(error));
    }
  }
}

function lastRevisions(streams: readonly (readonly RecordedEvent[])[]): Readonly<Record<string, string>> {
  const last = streams.flatMap((events) => events.at(-1) ?? []);
  return Object.fromEntries(last.map(({ stream, revision }) => [stream, revision.toString()]));
}
