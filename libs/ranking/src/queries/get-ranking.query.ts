import type { Position } from '@app/event-store';
import {
  alone,
  ask,
  type AskOne,
  askTogether,
  type JsonText,
  KeptAnswers,
  Listed,
  type OneRow,
  ReadYourWrites,
  type Sent,
  type Stamped,
  unlessKept,
  type Written,
} from '@app/read-store';
import type { RulesetRef } from '@app/ruleset';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { rankingVersion } from '../projections/ranking.tables';
import type { Amount, ResultState } from '../projections/block-year';
import type { Since } from '../projections/edition';
import type { BlockYearState, CorrectionNote } from '../projections/published';
import { RankingNotFound } from '../ranking.errors';

export type { BlockYearState };

/** A unit in its block and year. `move` is last year's rank minus this year's within the block (positive: up); null without both. */
export interface RankedUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly state: ResultState;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly move: number | null;
  readonly previousRank: number | null;
  /** Number of ranked units last year: a move between different numbers says less. */
  readonly previousN: number | null;
  /** Percentage of the ranked units at this rank or below (100.0 for the first), one decimal; see `percentileOf`. */
  readonly percentile: string | null;
  /** Null where the source does not say. */
  readonly total: Amount | null;
  /** True: components are missing, and the total is the sum of those known so far; then there is no index. */
  readonly partial: boolean;
  readonly index: Amount | null;
  readonly className: string | null;
  readonly grade: string | null;
  readonly note: string | null;
}

export interface Ranking {
  readonly year: number;
  readonly blockId: string;
  readonly blockName: string;
  readonly state: BlockYearState;
  /** Number of ranked units; null where the source does not say. */
  readonly n: number | null;
  readonly scheme: string | null;
  readonly ruleset: RulesetRef | null;
  readonly decision: { readonly number: string; readonly signedOn: string; readonly signer: string } | null;
  readonly publishedAt: string | null;
  readonly source: { readonly title: string; readonly url: string } | null;
  /** Why the block is not assessed. */
  readonly reason: string | null;
  /** Before which instant units may object, while results are provisional. */
  readonly objectUntil: string | null;
  /** What was corrected, and why, where official results were. */
  readonly correction: CorrectionNote | null;
  /** From when these results count; null while the year is open or skipped. What counted before is answered as of an earlier moment. */
  readonly since: Since | null;
  readonly eventId: string | null;
  /** By rank. */
  readonly ranked: readonly RankedUnit[];
  /** Members without a rank, each with its state. */
  readonly unranked: readonly RankedUnit[];
  /**
   * What a faulty event stopped, among all that this ranking rests on: `2024.u17` is a unit's year, `unit-u17` its name and lineage,
   * `block-year/2024/so` ranks that could not be computed. Empty when all is well.
   */
  readonly halted: readonly string[];
  /** Position of the log up to which this is true, as text. */
  readonly asOf: string | null;
}

/** Who stands where in the block in the year? Throws RankingNotFound; with `after`: ReadModelBehind, ReadModelQuarantined. */
export class GetRanking extends Query<Ranking> {
  constructor(
    readonly input: { readonly year: number; readonly blockId: string; readonly after?: Position | undefined },
  ) {
    super();
  }
}

/** The same as it is sent, and what tells who may see it. */
export class GetWrittenRanking extends Query<JsonText<AboutRanking>> {
  constructor(readonly input: GetRanking['input']) {
    super();
  }
}

/** What the api has to know of a ranking to decide who may see it, and by which rules it was made. */
export type AboutRanking = Pick<Ranking, 'year' | 'blockName' | 'state' | 'ruleset'>;

@QueryHandler(GetRanking)
export class GetRankingHandler implements IQueryHandler<GetRanking> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input: { year, blockId, after } }: GetRanking): Promise<Ranking> {
    await this.readYourWrites.waitFor('ranking', after);
    const [found] = await ask<Found>(this.dataSource, RANKING, [year, blockId]);
    return found ? rankingOf(found) : notFound(year, blockId);
  }
}

/** Some 6 kB for a block of 20 units. */
const MOST_KEPT_BYTES = 16 * 1024 * 1024;

@QueryHandler(GetWrittenRanking)
export class GetWrittenRankingHandler implements IQueryHandler<GetWrittenRanking> {
  private readonly kept = new KeptAnswers<AboutRanking>(MOST_KEPT_BYTES);
  private readonly rankingUnlessKept: AskOne<Stamped<Found>>;

  constructor(
    dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {
    this.rankingUnlessKept = askTogether(dataSource, RANKING_UNLESS_KEPT, ['integer', 'text', 'text']);
  }

  async execute({ input: { year, blockId, after } }: GetWrittenRanking): Promise<JsonText<AboutRanking>> {
    await this.readYourWrites.waitFor('ranking', after);
    return this.kept.answer(
      `${year}/${blockId}`,
      async (kept) => (await this.rankingUnlessKept(year, blockId, kept?.stamp)) ?? notFound(year, blockId),
      (found) => writtenFrom(rankingOf(found)),
    );
  }
}

const END = [Buffer.from('}')];

function writtenFrom({ asOf: _, ...ranking }: Ranking): Written<AboutRanking> {
  const { year, blockName, state, ruleset } = ranking;
  const about = { year, blockName, state, ruleset };
  return {
    before: Buffer.from(`${JSON.stringify(ranking).slice(0, -1)},"asOf":`),
    after: END,
    about,
    basis: undefined,
    basisBytes: 0,
  };
}

function notFound(year: number, blockId: string): never {
  throw new RankingNotFound(year, blockId);
}

type Found = Omit<Ranking, 'ranked' | 'unranked'> & { readonly units: Sent };

/** Answers name them in this order, for ever. */
function rankingOf({ units, halted, asOf, ...head }: Found): Ranking {
  const all = UNIT.items(units);
  const ranked = all.filter(({ rank }) => rank !== null);
  const unranked = all.filter(({ rank }) => rank === null);
  return { ...head, ranked, unranked, halted, asOf };
}

const UNIT = new Listed<RankedUnit>({
  move: 'r.previous_rank - r.rank',
  note: 'r.note',
  rank: 'r.rank',
  tied: 'r.tied',
  grade: 'r.grade',
  index: 'r.index',
  state: 'r.state',
  total: 'r.total',
  unitId: 'r.unit_id',
  partial: 'r.partial',
  unitName: `coalesce(r.unit_name, (SELECT u.name FROM read_model.ranking_unit u WHERE u.unit_id = r.unit_id), r.unit_id)`,
  className: 'r.class_name',
  previousN: 'r.previous_n',
  percentile: 'r.percentile',
  previousRank: 'r.previous_rank',
});

/** What stands still of all that the year `y` of a block rests on. */
const HALTED = `coalesce(json_agg(q.partition ORDER BY q.partition), '[]') FROM read_model.current_quarantine q
      WHERE q.projection = 'ranking' AND (
        q.partition IN ('results-' || y.year || '.' || y.block_id, 'block-' || y.block_id, 'period-' || y.year,
          'block-year/' || y.year || '/' || y.block_id, 'block-year/' || y.year - 1 || '/' || y.block_id, 'block/' || y.block_id)
        OR q.partition IN (SELECT unnest(ARRAY[r.year || '.' || r.unit_id, 'unit-' || r.unit_id, 'unit/' || r.unit_id])
          FROM read_model.ranking_result r
          WHERE r.year = y.year AND r.block_id = y.block_id))`;

/** One statement, one snapshot. Those without a rank come last, by state. */
const RANKING_ROW: OneRow = {
  projection: 'ranking',
  version: rankingVersion,
  columns: `y.year, y.block_id AS "blockId", coalesce(y.block_name, b.name, y.block_id) AS "blockName", y.state, y.n, y.scheme,
    y.ruleset, y.decision, y.published_at AS "publishedAt", y.source, y.reason,
    y.object_until AS "objectUntil", y.correction, y.since, y.event_id AS "eventId",
    (SELECT ${UNIT.inOrder('r.rank, r.state, r.unit_id')}
      FROM read_model.ranking_result r WHERE r.year = y.year AND r.block_id = y.block_id) AS units,
    (SELECT ${HALTED}) AS halted,
    (SELECT position::text FROM read_model.current_checkpoint WHERE projection = 'ranking') AS "asOf"`,
  from: 'read_model.ranking_block_year y LEFT JOIN read_model.ranking_block b USING (block_id)',
  where: 'y.year = $1 AND y.block_id = $2',
};

/** Of every row that the ranking is made from, by the transaction that wrote it. */
const STAMP = `format('%s/%s/%s/%s/%s', life.generation, y.xmin, b.xmin,
    (SELECT md5(string_agg(r.xmin || '-' || coalesce(
        (SELECT u.xmin::text FROM read_model.ranking_unit u WHERE r.unit_name IS NULL AND u.unit_id = r.unit_id), ''), ','))
      FROM read_model.ranking_result r WHERE r.year = y.year AND r.block_id = y.block_id),
    (SELECT ${HALTED}))`;

export const RANKING = alone(RANKING_ROW);
export const RANKING_UNLESS_KEPT = unlessKept(RANKING_ROW, STAMP, '$3');
