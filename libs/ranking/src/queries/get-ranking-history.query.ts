import type { Position } from '@app/event-store';
import { ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
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
  readonly asOf: string;
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
    const [history] = await this.dataSource.query<RankingHistory[]>(SQL, [unitId]);
    return history ?? notFound(unitId);
  }
}

function notFound(unitId: string): never {
  throw new UnitNotRanked(unitId);
}

const YEAR = `jsonb_build_object('year', r.year, 'blockId', r.block_id, 'blockName', coalesce(y.block_name, b.name, r.block_id),
  'yearState', y.state, 'n', y.n, 'unitName', coalesce(r.unit_name, u.name, r.unit_id), 'state', r.state, 'rank', r.rank, 'tied', r.tied,
  'move', r.previous_rank - r.rank, 'previousRank', r.previous_rank, 'previousN', r.previous_n, 'percentile', r.percentile,
  'total', r.total, 'index', r.index, 'className', r.class_name, 'grade', r.grade, 'note', r.note)`;

const SQL = `
  WITH years AS (
    SELECT coalesce(jsonb_agg(${YEAR} ORDER BY r.year, r.block_id), '[]') AS years,
      (array_agg(r.unit_name ORDER BY r.year DESC) FILTER (WHERE r.unit_name IS NOT NULL))[1] AS last_name, count(*) AS count
    FROM read_model.ranking_result r
    JOIN read_model.ranking_block_year y USING (year, block_id)
    LEFT JOIN read_model.ranking_block b USING (block_id)
    LEFT JOIN read_model.ranking_unit u USING (unit_id)
    WHERE r.unit_id = $1)
  SELECT $1::text AS "unitId", coalesce(u.name, years.last_name) AS "unitName", years.years,
    (SELECT position::text FROM read_model.live_checkpoint WHERE projection = 'ranking') AS "asOf"
  FROM years LEFT JOIN read_model.ranking_unit u ON u.unit_id = $1
  WHERE years.count > 0 OR u.unit_id IS NOT NULL`;
