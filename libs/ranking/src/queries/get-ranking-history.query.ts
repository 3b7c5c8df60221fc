import type { Position } from '@app/event-store';
import type { ExactText, LocalDate } from '@app/kernel';
import { type AskOne, askTogether, Listed, type Question, ReadYourWrites, type Sent } from '@app/read-store';
import type { Decree, LineageKind } from '@app/unit';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { ancestors } from '../projections/descent';
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

/** A year of a unit that this one came out of, directly or through others, from before it did. */
export interface PredecessorYear extends RankedYear {
  /** The predecessor. */
  readonly unitId: string;
  /** The unit it passed over to: this one, or one that this one came out of. */
  readonly heirId: string;
  readonly kind: LineageKind;
  readonly share: ExactText | null;
  readonly effectiveOn: LocalDate;
  readonly decree: Decree;
  readonly lineageEventId: string;
  /** The ruling by which it counts as the unit's last year in the year after; null: it does not count. */
  readonly carriedOver: { readonly year: number; readonly reason: string; readonly eventId: string } | null;
}

export interface RankingHistory {
  readonly unitId: string;
  readonly unitName: string;
  /** The earliest year first. A year without results is absent, never a zero. */
  readonly years: readonly RankedYear[];
  /** Those of its predecessors, the earliest first: shown along the lineage, never taken for its own. */
  readonly predecessorYears: readonly PredecessorYear[];
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
  private readonly history: AskOne<Found>;

  constructor(
    dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {
    this.history = askTogether(dataSource, HISTORY, ['text']);
  }

  async execute({ input: { unitId, after } }: GetRankingHistory): Promise<RankingHistory> {
    await this.readYourWrites.waitFor('ranking', after);
    const found = await this.history(unitId);
    return found ? historyOf(found) : notFound(unitId);
  }
}

function notFound(unitId: string): never {
  throw new UnitNotRanked(unitId);
}

type Found = Omit<RankingHistory, 'years' | 'predecessorYears'> & {
  readonly years: Sent;
  readonly predecessorYears: Sent;
};

function historyOf({ unitId, unitName, years, predecessorYears, asOf }: Found): RankingHistory {
  return {
    unitId,
    unitName,
    years: YEAR.items(years),
    predecessorYears: PREDECESSOR_YEAR.items(predecessorYears),
    asOf,
  };
}

const yearFields = {
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
  partial: 'r.partial',
  unitName: `coalesce(r.unit_name, (SELECT u.name FROM read_model.ranking_unit u WHERE u.unit_id = r.unit_id), r.unit_id)`,
  blockName: `coalesce(y.block_name, (SELECT b.name FROM read_model.ranking_block b WHERE b.block_id = r.block_id), r.block_id)`,
  className: 'r.class_name',
  previousN: 'r.previous_n',
  yearState: 'y.state',
  percentile: 'r.percentile',
  previousRank: 'r.previous_rank',
};
const YEAR = new Listed<RankedYear>(yearFields);
const PREDECESSOR_YEAR = new Listed<PredecessorYear>({
  ...yearFields,
  unitId: 'r.unit_id',
  heirId: 'd.unit_id',
  kind: 'd.kind',
  share: 'd.share',
  effectiveOn: 'd.effective_on',
  decree: 'd.decree',
  lineageEventId: 'd.event_id',
  carriedOver: `(SELECT json_build_object('year', s.year, 'reason', s.reason, 'eventId', s.event_id) FROM (
      SELECT DISTINCT ON (l.year) l.* FROM read_model.ranking_ruling l WHERE l.unit_id = $1 ORDER BY l.year, l.position DESC) s
    WHERE s.year = r.year + 1 AND s.predecessor_id = r.unit_id)`,
});

/** One statement, one snapshot. */
export const HISTORY: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: `
  WITH RECURSIVE ${ancestors()},
  years AS (
    SELECT ${YEAR.inOrder('r.year, r.block_id')} AS years,
      (array_agg(r.unit_name ORDER BY r.year DESC) FILTER (WHERE r.unit_name IS NOT NULL))[1] AS last_name, count(*) AS count
    FROM read_model.ranking_result r
    JOIN read_model.ranking_block_year y USING (year, block_id)
    WHERE r.unit_id = $1),
  before AS (
    SELECT ${PREDECESSOR_YEAR.inOrder('r.year, r.block_id, r.unit_id, d.effective_on, d.unit_id')} AS years
    FROM (SELECT DISTINCT unit_id, predecessor_id, event_id, kind, share, effective_on, decree FROM descent) d
    JOIN read_model.ranking_result r ON r.unit_id = d.predecessor_id AND r.year || '-12-31' < d.effective_on
    JOIN read_model.ranking_block_year y USING (year, block_id))
  SELECT $1::text AS "unitId", coalesce(u.name, years.last_name) AS "unitName", years.years,
    before.years AS "predecessorYears",
    (SELECT position::text FROM read_model.current_checkpoint WHERE projection = 'ranking') AS "asOf"
  FROM before, years LEFT JOIN read_model.ranking_unit u ON u.unit_id = $1
  WHERE years.count > 0 OR u.unit_id IS NOT NULL`,
};
