import {
  type assessmentOpened,
  AssessmentNotOpened,
  assessmentStream,
  type CaseConclusion,
  type LeadAgency,
  UnknownComponent,
} from '@app/assessment';
import { type CaseKind, type CaseworkEvent, caseworkStream } from '@app/casework';
import {
  EventRegistry,
  EventStore,
  isOnRecord,
  type Moment,
  type Recorded,
  type RecordedEvent,
} from '@app/event-store';
import {
  type DataOf,
  type DomainEvent,
  type EventOf,
  fold,
  type Instant,
  type LocalDate,
  vietnamDate,
} from '@app/kernel';
import { officialSince, type PublicationEvent, type Results, results, resultsStream } from '@app/publication';
import { FieldNotKnown } from '@app/file-register';
import { type Begun, type periodOpened, PeriodNotOpened, periodStream } from '@app/period';
import { componentOf, RulesetCatalog } from '@app/ruleset';
import {
  type BlockEvent,
  BlockNotDefined,
  blockStream,
  type UnitEvent,
  UnitNotRegistered,
  unitStream,
} from '@app/unit';
import { Injectable } from '@nestjs/common';
import { canHaveFile } from './file-key';

/** A unit's file for a year as it was opened. */
export type OpenedFile = DataOf<typeof assessmentOpened>;

/** When a unit may object to provisional results, and since when it may complain of official ones. */
export interface ObjectionTime {
  readonly objectUntil: Instant | null;
  readonly announcedOn: LocalDate | null;
  readonly officialOn: LocalDate | null;
}

/** Some 2 kB each (results, which are larger, are not among them): nearly every request names a unit of this year's. */
const MOST_FIRSTS = 5_000;

const NO_TIME: ObjectionTime = { objectUntil: null, announcedOn: null, officialOn: null };

/**
 * What must exist before other things are said about it. Asks the log itself (what a stream begins with once), never read models, which may be behind. What is demanded here is
 * that something is there (a unit, a block, a component of the rules): it stays so for ever, as streams only grow, and a repeated command is
 * never refused for what its first run was granted. What a rule is about (`resultsKnown`, `begunOf`, `objectionTime`, `conclusionOf`, `leadAgency`, `agencies`) stands
 * in other streams than the one that is written, so that no aggregate can know it; it is asked here and handed to the decision, which refuses,
 * and which a repeated command does not reach. Whatever is added to those streams between asking and writing is not seen.
 */
@Injectable()
export class LogRegister {
  /** First events of streams, those asked for longest ago first: streams only grow, so what they begin with stays. Another log takes another start of the program. */
  private readonly firsts = new Map<string, RecordedEvent>();

  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly rulesets: RulesetCatalog,
  ) {}

  /** Throws UnitNotRegistered. */
  async demandUnit(unitId: string): Promise<void> {
    if ((await this.firstOf(unitStream(unitId))) === undefined) throw new UnitNotRegistered(unitId);
  }

  /** The same for a unit that may be left out. */
  async demandNamed(unitId: string | null): Promise<void> {
    if (unitId !== null) await this.demandUnit(unitId);
  }

  /** Throws BlockNotDefined for the first block that nobody defined. */
  async demandBlocks(blockIds: readonly string[]): Promise<void> {
    for (const blockId of blockIds) {
      if ((await this.firstOf(blockStream(blockId))) === undefined) throw new BlockNotDefined(blockId);
    }
  }

  /**
   * The year was open, at the moment asked about if there is one; and some of its rules have the field, unless none is named. Throws
   * PeriodNotOpened, FieldNotKnown.
   */
  async demandYear(year: number, field: string | null, at: Moment | undefined): Promise<void> {
    const first = await this.firstOf(periodStream(year));
    if (first === undefined || (at !== undefined && !isOnRecord(first, at))) throw new PeriodNotOpened(year);
    if (field === null) return;
    const { data } = this.registry.decode<EventOf<typeof periodOpened>>(first);
    const rules = data.blocks.map(({ ruleset }) => this.rulesets.get(ruleset));
    if (!rules.some(({ fields }) => fields.some(({ code }) => code === field))) throw new FieldNotKnown(field, year);
  }

  /** The file, with the ruleset that binds it. Throws AssessmentNotOpened. */
  async openedFile(year: number, unitId: string): Promise<OpenedFile> {
    const file = await this.fileOf(year, unitId);
    if (file === undefined) throw new AssessmentNotOpened();
    return file;
  }

  /** A case may come before the unit's file is opened; from then on it names a component of the file's ruleset. Throws UnknownComponent. */
  async demandComponent(year: number, unitId: string, component: string | null): Promise<void> {
    const file = component === null ? undefined : await this.fileOf(year, unitId);
    if (component === null || file === undefined) return;
    if (componentOf(this.rulesets.get(file.ruleset), component) === undefined) throw new UnknownComponent(component);
  }

  /** The block that the unit's file of the year was opened in; undefined when there is no such file, or no such year or unit can be. */
  async blockOf(year: string, unitId: string): Promise<string | undefined> {
    if (!canHaveFile(year, unitId)) return undefined;
    return (await this.fileOf(Number(year), unitId))?.blockId;
  }

  /** The unit as a lead agency, with every name it has had; null: none is named. Throws UnitNotRegistered. */
  async leadAgency(unitId: string | null): Promise<LeadAgency | null> {
    if (unitId === null) return null;
    const agency = await this.agency(unitId);
    if (agency.names.length === 0) throw new UnitNotRegistered(unitId);
    return agency;
  }

  /** The units as lead agencies; one that nobody registered has no names. */
  agencies(unitIds: readonly string[]): Promise<readonly LeadAgency[]> {
    return Promise.all(unitIds.map((unitId) => this.agency(unitId)));
  }

  /** How a case about the unit's year ended; null: it has not, or there is no such case. */
  async conclusionOf(year: number, unitId: string, caseId: string): Promise<CaseConclusion | null> {
    const events = await this.eventsOf<CaseworkEvent>(caseworkStream(year, unitId));
    const closed = events.find((event) => event.type === 'CaseClosed' && event.data.caseId === caseId);
    return closed?.type === 'CaseClosed' ? closed.data : null;
  }

  /**
   * Whether results of the block and year that the file belongs to are on record, and before which instant its units may object to those that
   * were announced; null: none were.
   */
  async resultsKnown(
    year: number,
    unitId: string,
  ): Promise<{ readonly resultsRecorded: boolean; readonly objectUntil: Instant | null }> {
    const { recorded, provisional } = await this.resultsOf(year, unitId);
    return { resultsRecorded: recorded !== null, objectUntil: provisional?.objectUntil ?? null };
  }

  /**
   * Before which instant the unit may object to the provisional results that stand, and on which day such results were first announced; or
   * since which day those that were published here are official, of which it complains. Null: there are none, it ended and has no place in
   * them, or the case is another matter.
   */
  async objectionTime(year: number, unitId: string, kind: CaseKind): Promise<ObjectionTime> {
    if (kind !== 'score-objection' && kind !== 'score-complaint') return NO_TIME;
    const known = await this.resultsOf(year, unitId);
    if (kind === 'score-complaint') return { ...NO_TIME, officialOn: officialSince(known, unitId) };
    const { recorded, provisional } = known;
    if (recorded !== null || provisional === null || provisional.points.get(unitId) === 'ended') return NO_TIME;
    return { ...NO_TIME, objectUntil: provisional.objectUntil, announcedOn: vietnamDate(provisional.since) };
  }

  /** How far the block's year has come; null: there are neither files nor results of it. Every file of a block is that of a unit that joined it. */
  async begunOf(year: number, blockId: string): Promise<Begun | null> {
    if ((await this.firstInLog(resultsStream(year, blockId))) !== undefined) return 'results';
    for (const { type, data } of await this.eventsOf<BlockEvent>(blockStream(blockId)))
      if (type === 'UnitJoinedBlock' && (await this.fileOf(year, data.unitId))?.blockId === blockId) return 'files';
    return null;
  }

  /** The results of the block that the unit's file belongs to. */
  private async resultsOf(year: number, unitId: string): Promise<Results> {
    const file = await this.fileOf(year, unitId);
    if (file === undefined) return results.initial;
    return fold(results, await this.eventsOf<PublicationEvent>(resultsStream(year, file.blockId)));
  }

  private async agency(unitId: string): Promise<LeadAgency> {
    const names = (await this.eventsOf<UnitEvent>(unitStream(unitId))).flatMap(({ type, data }) =>
      type === 'UnitRegistered' || type === 'UnitRenamed' ? [data.name] : [],
    );
    return { unitId, names };
  }

  private async fileOf(year: number, unitId: string): Promise<OpenedFile | undefined> {
    const first = await this.firstOf(assessmentStream(year, unitId));
    if (first === undefined) return undefined;
    const opened: Recorded<DomainEvent<'AssessmentOpened', OpenedFile>> = this.registry.decode(first);
    return opened.data;
  }

  private async eventsOf<Event extends DomainEvent>(stream: string): Promise<Recorded<Event>[]> {
    const events: Recorded<Event>[] = [];
    for await (const event of this.store.read(stream)) events.push(this.registry.decode<Event>(event));
    return events;
  }

  private async firstOf(stream: string): Promise<RecordedEvent | undefined> {
    const first = this.firsts.get(stream) ?? (await this.firstInLog(stream));
    if (first === undefined) return undefined;
    this.firsts.delete(stream);
    this.firsts.set(stream, first);
    const [oldest] = this.firsts.keys();
    if (this.firsts.size > MOST_FIRSTS && oldest !== undefined) this.firsts.delete(oldest);
    return first;
  }

  private async firstInLog(stream: string): Promise<RecordedEvent | undefined> {
    for await (const event of this.store.read(stream, { upTo: 0n })) return event;
    return undefined;
  }
}
