import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Moment, Position } from '@app/event-store';
import type { JsonText } from '@app/read-store';
import {
  type AboutRanking,
  type BlockYears,
  GetRankingAsOf,
  GetRankingHistory,
  GetRankingHistoryAsOf,
  GetWrittenRanking,
  ListBlockPage,
  ListBlockPageAsOf,
  type Ranking,
  type RankingHistory,
  rankingVersion,
} from '@app/ranking';
import { z } from 'zod';
import { After } from '../http/after';
import { AsOf } from '../http/as-of';
import { cutToPage, PageFilter, pageAsked, Paged } from '../http/pages';
import { IdPipe, YearPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { ViewedAsList } from '../viewing/viewed';
import { OpenRankingAsOf } from './open-ranking-as-of';
import { publishedBlocks, publishedYears, refuseOpen } from './published-only';
import { RankingHistoryAnswer } from './ranking-history.dto';
import { BlockYearsAnswer, RankingAnswer } from './ranking.dto';

const from = { projection: 'ranking', version: rankingVersion };
/** The id of the last block of the page. */
const blockKey = z.tuple([z.string().regex(/^[A-Za-z0-9._-]{1,64}$/)]);
const insiders = ['administrator-of-units', 'appraiser', 'council', 'auditor', 'leader'] as const;

/** Ranks per block and over the years: what is published for everybody, what is not yet for those who assess or supervise. */
@ApiTags('Xếp hạng')
@Controller('rankings')
export class RankingController {
  constructor(
    private readonly queries: QueryBus,
    private readonly moments: LogMoments,
    private readonly open: OpenRankingAsOf,
  ) {}

  @QueryRoute(
    '',
    'Which blocks are there, and which years of each?',
    { type: BlockYearsAnswer, isArray: true, from },
    'public',
  )
  async blocks(
    @Query() page: PageFilter,
    @AsOf() moment: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<Paged<readonly BlockYears[]>> {
    const { limit, behind } = pageAsked(page, blockKey);
    const asked = { limit: limit + 1, behind: behind?.[0], after };
    const { blocks, asOf } = await this.queries.execute(
      moment === undefined
        ? new ListBlockPage(asked)
        : new ListBlockPageAsOf({ ...asked, ...(await this.moments.past(moment)) }),
    );
    const { rows, last } = cutToPage(publishedBlocks(blocks), limit, ({ blockId }) => [blockId]);
    return new Paged(rows, last, asOf);
  }

  @QueryRoute(
    'units/:unitId',
    'Where did the unit stand over the years?',
    { type: RankingHistoryAnswer, from },
    'public',
  )
  async history(
    @Param('unitId', IdPipe) unitId: string,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<RankingHistory> {
    if (asOf !== undefined)
      return this.queries.execute(new GetRankingHistoryAsOf({ unitId, after, ...(await this.moments.past(asOf)) }));
    return publishedYears(await this.queries.execute(new GetRankingHistory({ unitId, after })));
  }

  @QueryRoute(':year/:blockId', 'Who stands where, as published?', { type: RankingAnswer, from }, 'public')
  async published(
    @Param('year', YearPipe) year: number,
    @Param('blockId', IdPipe) blockId: string,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<JsonText<AboutRanking> | Ranking> {
    if (asOf !== undefined)
      return this.queries.execute(new GetRankingAsOf({ year, blockId, after, ...(await this.moments.past(asOf)) }));
    const ranking = await this.queries.execute(new GetWrittenRanking({ year, blockId, after }));
    refuseOpen(ranking.about);
    return ranking;
  }

  @ViewedAsList('present-ranking')
  @QueryRoute(
    ':year/:blockId/present',
    'Who stands where now, also before publication?',
    { type: RankingAnswer, from, asOfFromLog: true },
    ...insiders,
  )
  async present(
    @Param('year', YearPipe) year: number,
    @Param('blockId', IdPipe) blockId: string,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<JsonText<AboutRanking> | Ranking> {
    if (asOf !== undefined) return this.open.of(year, blockId, await this.moments.past(asOf));
    return this.queries.execute(new GetWrittenRanking({ year, blockId, after }));
  }
}
