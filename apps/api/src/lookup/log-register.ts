import { type assessmentOpened, AssessmentNotOpened, assessmentStream, UnknownComponent } from '@app/assessment';
import { EventRegistry, EventStore, type Recorded, type RecordedEvent } from '@app/event-store';
import type { DataOf, DomainEvent } from '@app/kernel';
import { resultsStream } from '@app/publication';
import { componentOf, RulesetCatalog } from '@app/ruleset';
import { BlockNotDefined, blockStream, UnitNotRegistered, unitStream } from '@app/unit';
import { Injectable } from '@nestjs/common';

/** A unit's file for a year as it was opened. */
export type OpenedFile = DataOf<typeof assessmentOpened>;

/**
 * What must exist before other things are said about it. Asks the log itself, never read models, which may be behind. Each answer stays
 * true for ever, as streams only grow: a repeated command is never refused for what its first run was granted.
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

  /** Whether results of the block and year that the file belongs to are on record. */
  async resultsRecorded(year: number, unitId: string): Promise<boolean> {
    const file = await this.fileOf(year, unitId);
    return file !== undefined && (await this.firstOf(resultsStream(year, file.blockId))) !== undefined;
  }

  private async fileOf(year: number, unitId: string): Promise<OpenedFile | undefined> {
    const first = await this.firstOf(assessmentStream(year, unitId));
    if (first === undefined) return undefined;
    const opened: Recorded<DomainEvent<'AssessmentOpened', OpenedFile>> = this.registry.decode(first);
    return opened.data;
  }

  private async firstOf(stream: string): Promise<RecordedEvent | undefined> {
    for await (const event of this.store.read(stream, { upTo: 0n })) return event;
    return undefined;
  }
}
