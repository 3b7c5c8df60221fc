import type { Moment, Position } from '@app/event-store';
import { ask, momentValues, onRecord, printedMoment, type Question, ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { comparedWith } from '../projections/compared';
import { ancestors, type Descent, lastYearOf, stoodThen } from '../projections/descent';
import { countingEdition, type EditionRow, ranksIn } from '../projections/edition';
import { rankingVersion } from '../projections/ranking.tables';
import { UnitNotRanked } from '../ranking.errors';
import { descentThen } from './get-descent-as-of.query';
import type { PredecessorYear, RankedYear, RankingHistory } from './get-ranking-history.query';
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
    const moment = momentValues(asOf);
    const lineage = await ask<LineageRow>(this.dataSource, LINEAGE, [unitId, ...moment]);
    const units = [unitId, ...lineage.map(({ predecessor_id }) => predecessor_id)];
    const editions = await ask<EditionRow>(this.dataSource, EDITIONS, [units, ...moment]);
    const known = editions.map(({ year }) => year);
    const descent = await descentThen(this.dataSource, [...known, ...known.map((year) => year + 1)], asOf);
    const years = yearsOf(unitId, editions, descent);
    const [named] = await ask<{ name: string }>(this.dataSource, NAME, [unitId]);
    const unitName = years.at(-1)?.unitName ?? named?.name;
    if (unitName === undefined) throw new UnitNotRanked(unitId);
    const predecessorYears = yearsBefore(unitId, lineage, editions, descent);
    return { unitId, unitName, years, predecessorYears, asOf: printedMoment(asOf) };
  }
}

/** What the unit, or one that it came out of, came out of. */
interface LineageRow extends Pick<PredecessorYear, 'kind' | 'share' | 'decree'> {
  readonly unit_id: string;
  readonly predecessor_id: string;
  readonly event_id: string;
  readonly effective_on: string;
}

/** The unit's years in the editions that name it. */
function yearsOf(unitId: string, editions: readonly EditionRow[], descent: Descent): RankedYear[] {
  return editions.flatMap((edition) => yearIn(edition, editions, unitId, descent));
}

function yearIn(
  { year, id: blockId, head, results }: EditionRow,
  editions: readonly EditionRow[],
  unitId: string,
  descent: Descent,
): RankedYear[] {
  const before = ranksIn(editions.find((other) => other.year === year - 1 && other.id === blockId));
  const blockName = head.block_name ?? blockId;
  return comparedWith(before, results, head.n, (id) => lastYearOf(id, year, descent))
    .filter(({ unit_id }) => unit_id === unitId)
    .map(placeThen)
    .map(({ unitId: _, ...place }) => ({ ...place, year, blockId, blockName, yearState: head.state, n: head.n }));
}

/** The years of its predecessors from before they passed over. */
function yearsBefore(
  unitId: string,
  lineage: readonly LineageRow[],
  editions: readonly EditionRow[],
  descent: Descent,
): PredecessorYear[] {
  const years = lineage.flatMap((row) =>
    yearsOf(row.predecessor_id, editions, descent)
      .filter(({ year }) => `${year}-12-31` < row.effective_on)
      .map((place) => ({
        ...place,
        ...passedOver(row),
        carriedOver: carriedOver(unitId, row, place.year + 1, descent),
      })),
  );
  return years.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function passedOver({ predecessor_id, unit_id, event_id, effective_on, kind, share, decree }: LineageRow) {
  const about = { kind, share, decree, effectiveOn: effective_on, lineageEventId: event_id };
  return { ...about, unitId: predecessor_id, heirId: unit_id };
}

function carriedOver(
  unitId: string,
  { predecessor_id }: LineageRow,
  year: number,
  { rulings }: Descent,
): PredecessorYear['carriedOver'] {
  const ruling = rulings.find((one) => one.unit_id === unitId && one.year === year);
  if (ruling?.predecessor_id !== predecessor_id) return null;
  return { year, reason: ruling.reason, eventId: ruling.event_id };
}

function orderOf({ year, blockId, unitId, effectiveOn, heirId }: PredecessorYear): string {
  return [year, blockId, unitId, effectiveOn, heirId].join('\u0000');
}

const LINEAGE: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: `WITH RECURSIVE ${ancestors(stoodThen(2))}
    SELECT DISTINCT unit_id, predecessor_id, event_id, kind, share, effective_on, decree FROM descent`,
};

/** What counted then in every block whose results ever named one of the units, the earliest year first. */
const EDITIONS: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: countingEdition(
    'read_model.ranking_edition',
    `kind <> 'provisional' AND ${onRecord('position', 'recorded_at', 2)} AND block_id IN (SELECT n.block_id
      FROM read_model.ranking_edition n, unnest($1::text[]) AS u (unit_id)
      WHERE n.results @> jsonb_build_array(jsonb_build_object('unit_id', u.unit_id)))`,
  ),
};

const NAME: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: 'SELECT name FROM read_model.ranking_unit WHERE unit_id = $1',
};
