import type { Position } from '@app/event-store';
import { ask, Listed, type Question, ReadYourWrites, type Sent } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { rankingVersion } from '../projections/ranking.tables';
import { UnitNotRanked } from '../ranking.errors';
import type { BlockYearState, RankedUnit } from './get-ranking.query';

/** One year of a unit: its place, among how many, in which block. */
export interface RankedYear extends Omit<RankedUnit, 'unitId'> {
  readonly year: number;
  readonly blockId: string;
  readonly blockName: string;
  /** Whether the year's figures are published, imported or still open. */
  readonly yearState: BlockYearState;
  readonly n: number | null;
}

export interface RankingHistory {
  readonly unitId: string;
  readonly unitName: string;
  /** The earliest year first. A year without results is absent, never a zero. */
  readonly years: readonly RankedYear[];
  readonly asOf: string | null;
}

/** Where did the unit stand over the years? Throws UnitNotRanked; with `after`: ReadModelBehind, ReadModelQuarantined. */
export class GetRankingHistory extends Query<RankingHistory> {
  constructor(readonly input: { readonly unitId: string; readonly after?: Position | undefined }) {
    super();
  }
}

@QueryHandler(GetRankingHistory)
export class GetRankingHistoryHandler implements IQueryHandler<GetRankingHistory> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input: { unitId, after } }: GetRankingHistory): Promise<RankingHistory> {
    await this.readYourWrites.waitFor('ranking', after);
    const [found] = await ask<Found>(this.dataSource, HISTORY, [unitId]);
    return found ? historyOf(found) : notFound(unitId);
  }
}

function notFound(unitId: string): never {
  throw new UnitNotRanked(unitId);
}

type Found = Omit<RankingHistory, 'years'> & { readonly years: Sent };

function historyOf({ unitId, unitName, years, asOf }: Found): RankingHistory {
  return { unitId, unitName, years: YEAR.items(years), asOf };
}

const YEAR = new Listed<RankedYear>({
  n: 'y.n',
  move: 'r.previous_rank - r.rank',
  note: 'r.note',
  rank: 'r.rank',
  tied: 'r.tied',
  year: 'r.year',
  grade: 'r.grade',
  index: 'r.index',
  state: 'r.state',
  total: 'r.total',
  blockId: 'r.block_id',
  unitName: `coalesce(r.unit_name, (SELECT u.name FROM read_model.ranking_unit u WHERE u.unit_id = r.unit_id), r.unit_id)`,
  blockName: `coalesce(y.block_name, (SELECT b.name FROM read_model.ranking_block b WHERE b.block_id = r.block_id), r.block_id)`,
  className: 'r.class_name',
  previousN: 'r.previous_n',
  yearState: 'y.state',
  percentile: 'r.percentile',
  previousRank: 'r.previous_rank',
});

/** One statement, one snapshot. */
export const HISTORY: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: `
  WITH years AS (
    SELECT ${YEAR.inOrder('r.year, r.block_id')} AS years,
      (array_agg(r.unit_name ORDER BY r.year DESC) FILTER (WHERE r.unit_name IS NOT NULL))[1] AS last_name, count(*) AS count
    FROM read_model.ranking_result r
    JOIN read_model.ranking_block_year y USING (year, block_id)
    WHERE r.unit_id = $1)
  SELECT $1::text AS "unitId", coalesce(u.name, years.last_name) AS "unitName", years.years,
    (SELECT position::text FROM read_model.current_checkpoint WHERE projection = 'ranking') AS "asOf"
  FROM years LEFT JOIN read_model.ranking_unit u ON u.unit_id = $1
  WHERE years.count > 0 OR u.unit_id IS NOT NULL`,
};
