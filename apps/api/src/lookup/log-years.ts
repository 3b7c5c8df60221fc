import { EventRegistry, EventStore, type Position } from '@app/event-store';
import { Clock, type LocalDate, vietnamDate } from '@app/kernel';
import { type PeriodEvent, periodStream } from '@app/period';
import { resultsImported, resultsStream } from '@app/publication';
import { block, type BlockEvent, type BlockYearInUse, blockStream, type DecidedYear, type Membership } from '@app/unit';
import { Injectable } from '@nestjs/common';
import { LogRegister } from './log-register';

/** A year that was opened for a block. */
interface OpenedYear {
  readonly year: number;
  readonly blockId: string;
}

const FIRST_YEAR = 1900;
/** How far ahead of today opened years are looked for: files are not opened before their year is near. */
const YEARS_AHEAD = 10;

/**
 * Which years rest on what the register says, and so stand in the way of its correction. Asks the log itself; what is announced or opened
 * between asking and writing is not seen.
 */
@Injectable()
export class LogYears {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly register: LogRegister,
    private readonly clock: Clock,
  ) {}

  /** The years from a day's on in which anything rests on who belongs to the block: its results, or the unit's file in it. */
  async ofMembership(blockId: string, unitId: string, since: LocalDate): Promise<readonly BlockYearInUse[]> {
    const opened = (await this.openedSince(since)).filter((one) => one.blockId === blockId);
    const decided = await this.resultsOf(opened);
    const found: BlockYearInUse[] = [];
    for (const one of opened) {
      const at = decided.get(one);
      const results = at === undefined ? null : await this.spansThen(blockId, unitId, at);
      const file = (await this.register.blockOf(String(one.year), unitId)) === blockId;
      found.push({ year: one.year, results, file });
    }
    return found;
  }

  /** When the unit belonged to the block as the log said it at a position. */
  private async spansThen(blockId: string, unitId: string, at: Position): Promise<readonly Membership[]> {
    let state = block.initial;
    for await (const event of this.store.read(blockStream(blockId)))
      if (event.position <= at) state = block.evolve(state, this.registry.decode<BlockEvent>(event));
    return state.memberships.filter((each) => each.unitId === unitId);
  }

  /** The years from a day's on of which results are on record of any block that one of the units ever joined. */
  async decidedAbout(unitIds: readonly string[], since: LocalDate): Promise<readonly DecidedYear[]> {
    const decided = [...(await this.resultsOf(await this.openedSince(since)))];
    const theirs = await this.blocksOf(unitIds, [...new Set(decided.map(([{ blockId }]) => blockId))]);
    return decided.flatMap(([{ year, blockId }, position]) => (theirs.has(blockId) ? [{ year, position }] : []));
  }

  /** Where the last results of each stand. What was imported was determined elsewhere: it does not rest on the register. */
  private async resultsOf(years: readonly OpenedYear[]): Promise<ReadonlyMap<OpenedYear, Position>> {
    const streams = new Map(years.map((one) => [resultsStream(one.year, one.blockId), one]));
    const decided = new Map<OpenedYear, Position>();
    for await (const { stream, type, position } of this.store.readEach([...streams.keys()])) {
      const one = streams.get(stream);
      if (one !== undefined && type !== resultsImported.type) decided.set(one, position);
    }
    return decided;
  }

  private async blocksOf(unitIds: readonly string[], blockIds: readonly string[]): Promise<ReadonlySet<string>> {
    const blocks = new Set<string>();
    for await (const event of this.store.readEach(blockIds.map(blockStream))) {
      const { type, data } = this.registry.decode<BlockEvent>(event);
      if (type === 'UnitJoinedBlock' && unitIds.includes(data.unitId)) blocks.add(data.blockId);
    }
    return blocks;
  }

  /** A day that there cannot be is refused by the decision. */
  private async openedSince(since: LocalDate): Promise<readonly OpenedYear[]> {
    const first = Math.max(FIRST_YEAR, Number(since.slice(0, 4)));
    const last = Number(vietnamDate(this.clock.now()).slice(0, 4)) + YEARS_AHEAD;
    const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
    const opened: OpenedYear[] = [];
    for await (const event of this.store.readEach(years.map(periodStream))) {
      const { type, data } = this.registry.decode<PeriodEvent>(event);
      if (type === 'PeriodOpened') for (const { blockId } of data.blocks) opened.push({ year: data.year, blockId });
    }
    return opened;
  }
}
