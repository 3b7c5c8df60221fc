import type { CaseKind } from '@app/casework';
import { EventStore } from '@app/event-store';
import type { LocalDate } from '@app/kernel';
import { GetRankingHistory } from '@app/ranking';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { LogRegister, type ObjectionTime } from './log-register';

/** Which results of a unit's year there are that the unit can object to, or complain of. */
@Injectable()
export class ContestedResults {
  constructor(
    private readonly register: LogRegister,
    private readonly queries: QueryBus,
    private readonly store: EventStore,
  ) {}

  /**
   * As the log says; where the unit has no file of the year, of results that were determined elsewhere and imported, as far as is known.
   * Throws ReadModelBehind, ReadModelQuarantined.
   */
  async timeOf(year: number, unitId: string, kind: CaseKind): Promise<ObjectionTime> {
    const time = await this.register.objectionTime(year, unitId, kind);
    if (kind !== 'score-complaint' || time.officialOn !== null) return time;
    if ((await this.register.blockOf(String(year), unitId)) !== undefined) return time;
    return { ...time, officialOn: await this.importedSince(year, unitId) };
  }

  /**
   * Imported results name units, their streams are named by blocks, and those need not be on the register: only a read model finds them by
   * unit. It is asked as of the log's end, so that nothing is refused because it is behind. The source need not say since when they are
   * official; before their year was over they were not (ADR 24).
   */
  private async importedSince(year: number, unitId: string): Promise<LocalDate | null> {
    const { years } = await this.queries.execute(new GetRankingHistory({ unitId, after: await this.store.head() }));
    return years.some((one) => one.year === year && one.yearState === 'imported') ? `${year + 1}-01-01` : null;
  }
}
