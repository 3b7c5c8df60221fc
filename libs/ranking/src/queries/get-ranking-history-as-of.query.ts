import type { Moment, Position } from '@app/event-store';
import { ask, momentValues, onRecord, printedMoment, type Question, ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { comparedWith } from '../projections/compared';
import { countingEdition, type EditionRow, ranksIn } from '../projections/edition';
import { rankingVersion } from '../projections/ranking.tables';
import { UnitNotRanked } from '../ranking.errors';
import type { RankedYear, RankingHistory } from './get-ranking-history.query';
import { placeThen } from './place-then';

/**
 * Where did the unit stand over the years, by the published and imported results that counted at a moment? Throws UnitNotRanked; with
 * `after`: ReadModelBehind, ReadModelQuarantined.
 */
export class GetRankingHistoryAsOf extends Query<RankingHistory> {
  constructor(
    readonly input: {
      readonly unitId: string;
      readonly asOf: Moment;
      /** Up to where the log must have been read; default: as far as it was. */
      readonly readTo?: Position;
      readonly after?: Position | undefined;
    },
  ) {
    super();
  }
}

@QueryHandler(GetRankingHistoryAsOf)
export class GetRankingHistoryAsOfHandler implements IQueryHandler<GetRankingHistoryAsOf> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input: { unitId, asOf, readTo, after } }: GetRankingHistoryAsOf): Promise<RankingHistory> {
    await this.readYourWrites.waitUntilRead('ranking', readTo);
    await this.readYourWrites.waitFor('ranking', after);
    const editions = await ask<EditionRow>(this.dataSource, EDITIONS, [unitId, ...momentValues(asOf)]);
    const years = editions.flatMap((edition) => yearIn(edition, editions, unitId));
    const [known] = await ask<{ name: string }>(this.dataSource, NAME, [unitId]);
    const unitName = years.at(-1)?.unitName ?? known?.name;
    if (unitName === undefined) throw new UnitNotRanked(unitId);
    return { unitId, unitName, years, asOf: printedMoment(asOf) };
  }
}

/** The unit's year in an edition; nothing where the edition does not name it. */
function yearIn(edition: EditionRow, editions: readonly EditionRow[], unitId: string): RankedYear[] {
  const { year, id: blockId, head, results } = edition;
  const before = ranksIn(editions.find((other) => other.year === year - 1 && other.id === blockId));
  return comparedWith(before, results, head.n)
    .filter(({ unit_id }) => unit_id === unitId)
    .map(placeThen)
    .map(({ unitId: _, ...place }) => ({
      ...place,
      year,
      blockId,
      blockName: head.block_name ?? blockId,
      yearState: head.state,
      n: head.n,
    }));
}

/** What counted then in every block whose results ever named the unit, the earliest year first. */
const EDITIONS: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: countingEdition(
    'read_model.ranking_edition',
    `kind <> 'provisional' AND ${onRecord('position', 'recorded_at', 2)} AND block_id IN (SELECT block_id
      FROM read_model.ranking_edition WHERE results @> jsonb_build_array(jsonb_build_object('unit_id', $1::text)))`,
  ),
};

const NAME: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: 'SELECT name FROM read_model.ranking_unit WHERE unit_id = $1',
};
