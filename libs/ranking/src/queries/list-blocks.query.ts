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

/** Some of the blocks, by id, and the position of the log up to which that is true, as text. */
export interface BlockPage {
  readonly blocks: readonly BlockYears[];
  readonly asOf: string | null;
}

/**
 * The same, at most `limit` of them, those behind the id `behind` first. Ids never change: whoever goes on behind the last id he was
 * answered meets every block that was there when he began, once, whatever is written meanwhile.
 */
export class ListBlockPage extends Query<BlockPage> {
  constructor(
    readonly input: {
      readonly limit: number;
      readonly behind?: string | undefined;
      readonly after?: Position | undefined;
    },
  ) {
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

@QueryHandler(ListBlockPage)
export class ListBlockPageHandler implements IQueryHandler<ListBlockPage> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input: { limit, behind, after } }: ListBlockPage): Promise<BlockPage> {
    await this.readYourWrites.waitFor('ranking', after);
    const [page] = await ask<BlockPage>(this.dataSource, PAGE, [behind ?? '', limit]);
    return page ?? { blocks: [], asOf: null };
  }
}

const blocksBehind = (id: string) => `
  SELECT block_id AS "blockId", coalesce(max(b.name), max(y.block_name), block_id) AS "blockName",
    coalesce(jsonb_agg(jsonb_build_object('year', y.year, 'state', y.state, 'n', y.n) ORDER BY y.year DESC)
      FILTER (WHERE y.year IS NOT NULL), '[]') AS years
  FROM read_model.ranking_block b FULL JOIN read_model.ranking_block_year y USING (block_id)
  WHERE block_id > ${id}
  GROUP BY block_id ORDER BY block_id`;

const BLOCKS: Question = { projection: 'ranking', version: rankingVersion, text: blocksBehind(`''`) };

/** One statement, one snapshot. */
const PAGE: Question = {
  projection: 'ranking',
  version: rankingVersion,
  text: `
  SELECT (SELECT coalesce(json_agg(b), '[]') FROM (${blocksBehind('$1::text')} LIMIT $2::integer) b) AS blocks,
    (SELECT position::text FROM read_model.current_checkpoint WHERE projection = 'ranking') AS "asOf"`,
};
