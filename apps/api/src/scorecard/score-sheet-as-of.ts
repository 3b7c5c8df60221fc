import { GetUnitYearAsOf } from '@app/audit';
import type { Moment } from '@app/event-store';
import { printedMoment } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { sheetOfEvents, type UnitScore } from '@app/scorecard';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';

/** A unit's sheet as it was known at a moment: read models hold the present only, so it is made of the log. */
@Injectable()
export class ScoreSheetAsOf {
  constructor(
    private readonly queries: QueryBus,
    private readonly rulesets: RulesetCatalog,
  ) {}

  /** Throws UnitScoreNotFound when the file was not open then. */
  async of(unitId: string, year: number, asOf: Moment): Promise<UnitScore> {
    const known = await this.queries.execute(new GetUnitYearAsOf({ unitId, year, asOf }));
    return sheetOfEvents({ ...known, asOf: printedMoment(asOf) }, this.rulesets);
  }
}
