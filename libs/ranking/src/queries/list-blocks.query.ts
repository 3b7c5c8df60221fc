import type { Position } from '@app/event-store';
import { ask, type Question, ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { rankingVersion } from '../projections/ranking.tables';
import type { BlockYearState } from './get-ranking.query';

/** A block and the years it has something in, the latest first. */
export interface BlockYears {
  readonly blockId: string;
  readonly blockName: string;
  readonly years: readonly { readonly year: number; readonly state: BlockYearState; readonly n: number | null }[];
}

/** Which blocks are there, and which years of each? With `after`: throws ReadModelBehind, ReadModelQuarantined. */
export class ListBlocks extends Query<readonly BlockYears[]> {
  constructor(readonly input: { readonly after?: Position | undefined } = {}) {
    super();
  }
}

@QueryHandler(ListBlocks)
export class ListBlocksHandler implements IQueryHandler<ListBlocks> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input: { after } }: ListBlocks): Promise<readonly BlockYears[]> {
    await this.readYourWrites.waitFor('ranking', after);
    return ask<BlockYears>(this.dataSource, BLOCKS);
  }
}

const BLOCKS: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: `
  SELECT block_id AS "blockId", coalesce(max(b.name), max(y.block_name), block_id) AS "blockName",
    coalesce(jsonb_agg(jsonb_build_object('year', y.year, 'state', y.state, 'n', y.n) ORDER BY y.year DESC)
      FILTER (WHERE y.year IS NOT NULL), '[]') AS years
  FROM read_model.ranking_block b FULL JOIN read_model.ranking_block_year y USING (block_id)
  GROUP BY block_id ORDER BY block_id`,
};
