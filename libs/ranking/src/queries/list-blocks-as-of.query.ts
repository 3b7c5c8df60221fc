import type { Moment, Position } from '@app/event-store';
import { ask, momentValues, onRecord, printedMoment, type Question, ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { countingEdition } from '../projections/edition';
import { rankingVersion } from '../projections/ranking.tables';
import type { BlockPage } from './list-blocks.query';

/**
 * Which blocks had published or imported results on record at a moment, and of which years? A year that was open or provisional then is not
 * named: it is nobody else's business. Pages as `ListBlockPage`. With `after`: throws ReadModelBehind, ReadModelQuarantined.
 */
export class ListBlockPageAsOf extends Query<BlockPage> {
  constructor(
    readonly input: {
      readonly limit: number;
      readonly behind?: string | undefined;
      readonly asOf: Moment;
      /** Up to where the log must have been read; default: as far as it was. */
      readonly readTo?: Position;
      readonly after?: Position | undefined;
    },
  ) {
    super();
  }
}

@QueryHandler(ListBlockPageAsOf)
export class ListBlockPageAsOfHandler implements IQueryHandler<ListBlockPageAsOf> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input: { limit, behind, asOf, readTo, after } }: ListBlockPageAsOf): Promise<BlockPage> {
    await this.readYourWrites.waitUntilRead('ranking', readTo);
    await this.readYourWrites.waitFor('ranking', after);
    const blocks = await ask<BlockPage['blocks'][number]>(this.dataSource, BLOCKS, [
      ...[behind ?? '', limit, ...momentValues(asOf)],
    ]);
    return { blocks, asOf: printedMoment(asOf) };
  }
}

const BLOCKS: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: `
  SELECT e.id AS "blockId", coalesce(max(b.name), max(e.head->>'block_name'), e.id) AS "blockName",
    jsonb_agg(jsonb_build_object('year', e.year, 'state', e.head->>'state', 'n', e.head->'n') ORDER BY e.year DESC) AS years
  FROM (${countingEdition(
    'read_model.ranking_edition',
    `block_id > $1::text AND kind <> 'provisional' AND ${onRecord('position', 'recorded_at', 3)}`,
  )}) e
  LEFT JOIN read_model.ranking_block b ON b.block_id = e.id
  GROUP BY e.id ORDER BY e.id LIMIT $2::integer`,
};
