import type { Moment, Position } from '@app/event-store';
import { ask, momentValues, onRecord, type Question, ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { changesIn, type Descent, rulingsIn, stoodThen } from '../projections/descent';
import { rankingVersion } from '../projections/ranking.tables';

/**
 * Whose last year counted as whose at a moment, as far as some years are concerned? That a unit handed a part over stands in the stream of
 * the one that took it: of the log alone it could be found only by reading all of it.
 */
export class GetDescentAsOf extends Query<Descent> {
  constructor(
    readonly input: {
      readonly years: readonly number[];
      readonly asOf: Moment;
      /** Up to where the log must have been read; default: as far as it was. */
      readonly readTo?: Position;
    },
  ) {
    super();
  }
}

@QueryHandler(GetDescentAsOf)
export class GetDescentAsOfHandler implements IQueryHandler<GetDescentAsOf> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input: { years, asOf, readTo } }: GetDescentAsOf): Promise<Descent> {
    await this.readYourWrites.waitUntilRead('ranking', readTo);
    return descentThen(this.dataSource, years, asOf);
  }
}

/** The same, of what was read so far. */
export async function descentThen(dataSource: DataSource, years: readonly number[], asOf: Moment): Promise<Descent> {
  const values = [years, ...momentValues(asOf)];
  const changes = await ask<Descent['changes'][number]>(dataSource, CHANGES, values);
  const rulings = await ask<Descent['rulings'][number]>(dataSource, RULINGS, values);
  return { changes, rulings };
}

const CHANGES: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: changesIn('read_model.ranking_lineage', stoodThen(2)),
};

const RULINGS: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: rulingsIn('read_model.ranking_ruling', onRecord('r.position', 'r.recorded_at', 2)),
};
