import { GetBlockYearAsOf } from '@app/audit';
import type { Moment, Position } from '@app/event-store';
import { GetDescentAsOf, type Ranking, rankingOfEvents } from '@app/ranking';
import { printedMoment } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';

/** A block's ranking as it was known at a moment, also while its year was open: what the read models do not keep, made of the log. */
@Injectable()
export class OpenRankingAsOf {
  constructor(
    private readonly queries: QueryBus,
    private readonly rulesets: RulesetCatalog,
  ) {}

  /** Throws NoResultsThen when nothing was laid down for the block in the year. */
  async of(
    year: number,
    blockId: string,
    { asOf, readTo }: { readonly asOf: Moment; readonly readTo: Position },
  ): Promise<Ranking> {
    const known = await this.queries.execute(new GetBlockYearAsOf({ year, blockId, asOf }));
    const before = await this.queries.execute(new GetBlockYearAsOf({ year: year - 1, blockId, asOf }));
    const descent = await this.queries.execute(new GetDescentAsOf({ years: [year], asOf, readTo }));
    return rankingOfEvents(known, before, descent, printedMoment(asOf), this.rulesets);
  }
}
