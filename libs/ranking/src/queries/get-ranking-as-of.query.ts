import type { Moment, Position } from '@app/event-store';
import { ask, momentValues, onRecord, printedMoment, type Question, ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { editionResults } from '../projections/block-year-results';
import { comparedWith } from '../projections/compared';
import { type Descent, lastYearOf } from '../projections/descent';
import { countingEdition, type EditionRow, ranksIn } from '../projections/edition';
import { rankingVersion } from '../projections/ranking.tables';
import { NoResultsThen } from '../ranking.errors';
import { descentThen } from './get-descent-as-of.query';
import type { Ranking } from './get-ranking.query';
import { inOrder, placeThen } from './place-then';

/**
 * Which published or imported results of the block's year counted at a moment, and how did they compare with those of the year before that
 * counted then? What is not for everybody, how files stood and what was announced, is told by the log alone (`rankingOfEvents`). Throws
 * NoResultsThen; with `after`: ReadModelBehind, ReadModelQuarantined.
 */
export class GetRankingAsOf extends Query<Ranking> {
  constructor(
    readonly input: {
      readonly year: number;
      readonly blockId: string;
      readonly asOf: Moment;
      /** Up to where the log must have been read; default: as far as it was. */
      readonly readTo?: Position;
      readonly after?: Position | undefined;
    },
  ) {
    super();
  }
}

@QueryHandler(GetRankingAsOf)
export class GetRankingAsOfHandler implements IQueryHandler<GetRankingAsOf> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input }: GetRankingAsOf): Promise<Ranking> {
    const { year, blockId, asOf, readTo, after } = input;
    await this.readYourWrites.waitUntilRead('ranking', readTo);
    await this.readYourWrites.waitFor('ranking', after);
    const values = [year, blockId, ...momentValues(asOf)];
    const found = await ask<Found>(this.dataSource, EDITIONS, values);
    return rankingThen(found, await descentThen(this.dataSource, [year], asOf), input);
  }
}

type Found = EditionRow & { readonly halted: readonly string[] };

function rankingThen(
  found: readonly Found[],
  descent: Descent,
  { year, blockId, asOf }: GetRankingAsOf['input'],
): Ranking {
  const own = found.find((edition) => edition.year === year);
  if (!own) throw new NoResultsThen(year, blockId, printedMoment(asOf));
  const { head, eventId, since, results } = editionResults(own);
  const before = ranksIn(found.find((edition) => edition.year === year - 1));
  const lastYear = (unitId: string) => lastYearOf(unitId, year, descent);
  const units = comparedWith(before, results, head.n, lastYear).sort(inOrder).map(placeThen);
  return {
    year,
    blockId,
    blockName: head.block_name ?? blockId,
    state: head.state,
    n: head.n,
    scheme: head.scheme,
    ruleset: head.ruleset,
    decision: head.decision,
    publishedAt: head.published_at,
    source: head.source,
    reason: head.reason,
    objectUntil: head.object_until,
    correction: head.correction,
    since,
    eventId,
    ranked: units.filter(({ rank }) => rank !== null),
    unranked: units.filter(({ rank }) => rank === null),
    halted: own.halted,
    asOf: printedMoment(asOf),
  };
}

/** The editions of the year and of the one before that counted at the moment. */
const EDITIONS: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: `
  SELECT e.*, (SELECT coalesce(json_agg(q.partition ORDER BY q.partition), '[]') FROM read_model.current_quarantine q
    WHERE q.projection = 'ranking'
      AND q.partition IN ('results-' || $1::integer || '.' || $2::text, 'results-' || $1::integer - 1 || '.' || $2::text)) AS halted
  FROM (${countingEdition(
    'read_model.ranking_edition',
    `block_id = $2::text AND year IN ($1::integer, $1::integer - 1) AND kind <> 'provisional'
      AND ${onRecord('position', 'recorded_at', 3)}`,
  )}) e`,
};
