import {
  type assessmentOpened,
  AssessmentNotOpened,
  assessmentStream,
  CaseConcernsAnotherComponent,
  CaseIsNotUpheld,
  type Ruling,
  UnknownComponent,
} from '@app/assessment';
import { type CaseKind, type CaseworkEvent, caseworkStream } from '@app/casework';
import { EventRegistry, EventStore, type Recorded, type RecordedEvent } from '@app/event-store';
import { type DataOf, type DomainEvent, fold, type Instant } from '@app/kernel';
import { type PublicationEvent, type Results, results, resultsStream } from '@app/publication';
import { componentOf, RulesetCatalog } from '@app/ruleset';
import { BlockNotDefined, blockStream, UnitNotRegistered, unitStream } from '@app/unit';
import { Injectable } from '@nestjs/common';

/** A unit's file for a year as it was opened. */
export type OpenedFile = DataOf<typeof assessmentOpened>;

/**
 * What must exist before other things are said about it. Asks the log itself, never read models, which may be behind. What is demanded stays
 * true for ever, as streams only grow: a repeated command is never refused for what its first run was granted. What may change
 * (`resultsRecorded`, `objectUntil`) is handed to the decision, which a repeated command does not reach.
 */
@Injectable()
export class LogRegister {
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
    if (!/^(19|20|21)\d{2}$/.test(year) || !/^[a-z0-9][a-z0-9_]{0,63}$/.test(unitId)) return undefined;
    return (await this.fileOf(Number(year), unitId))?.blockId;
  }

  /** A ruling rests on a case that was upheld. Throws CaseIsNotUpheld, CaseConcernsAnotherComponent. */
  async demandUpheld({ year, unitId, component, case: { kind, caseId } }: Ruling): Promise<void> {
    const events = await this.eventsOf<CaseworkEvent>(caseworkStream(year, unitId));
    const closed = events.find((event) => event.type === 'CaseClosed' && event.data.caseId === caseId);
    if (closed?.type !== 'CaseClosed' || closed.data.kind !== kind || closed.data.outcome !== 'upheld')
      throw new CaseIsNotUpheld(kind, caseId);
    const { component: concerns } = closed.data;
    if (concerns !== null && concerns !== component)
      throw new CaseConcernsAnotherComponent(caseId, concerns, component);
  }

  /** Whether results of the block and year that the file belongs to are on record. */
  async resultsRecorded(year: number, unitId: string): Promise<boolean> {
    return (await this.resultsOf(year, unitId)).recorded !== null;
  }

  /**
   * Before which instant the unit may object to the provisional results that stand; null: none stand, it ended and has no place in them, or
   * the case is another matter.
   */
  async objectUntil(year: number, unitId: string, kind: CaseKind): Promise<Instant | null> {
    if (kind !== 'score-objection') return null;
    const { recorded, provisional } = await this.resultsOf(year, unitId);
    if (recorded !== null || provisional === null || provisional.points.get(unitId) === 'ended') return null;
    return provisional.objectUntil;
  }

  /** The results of the block that the unit's file belongs to. */
  private async resultsOf(year: number, unitId: string): Promise<Results> {
    const file = await this.fileOf(year, unitId);
    if (file === undefined) return results.initial;
    return fold(results, await this.eventsOf<PublicationEvent>(resultsStream(year, file.blockId)));
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
    for await (const event of this.store.read(stream, { upTo: 0n })) return event;
    return undefined;
  }
}
