import type { Moment, Position } from '@app/event-store';
import { noticesVersion } from '@app/notices';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { After } from '../http/after';
import { AsOf } from '../http/as-of';
import { cutToPage, pageAsked, Paged } from '../http/pages';
import { IdPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { Viewed } from '../viewing/viewed';
import type { ListedKey } from './listed-notice';
import { NoticesAnswer, NoticesFilter } from './notices.dto';
import { SeesProposals } from './sees-proposals';
import { UnitNotices } from './unit-notices';

/** What the last notice of the page is found by. */
const noticeKey: z.ZodType<ListedKey> = z.tuple([
  z.string().regex(/^\d{1,18}$/),
  z.string().regex(/^[a-z-]{1,40}$/),
  z.string().regex(/^[A-Za-z0-9._/-]{0,160}$/),
]);

/** What a unit has to know of: what was asked of it, decided about it, announced and proposed. Nothing is sent. */
@ApiTags('Thông báo')
@Controller('units/:unitId/notices')
export class NoticesController {
  constructor(
    private readonly unitNotices: UnitNotices,
    private readonly moments: LogMoments,
  ) {}

  @Viewed('notices')
  @QueryRoute(
    '',
    'What has the unit to know of?',
    { type: NoticesAnswer, from: { projection: 'notices', version: noticesVersion } },
    'unit-head',
    'administrator-of-units',
    'auditor',
    'leader',
    'unit-officer',
  )
  async ofUnit(
    @Param('unitId', IdPipe) unitId: string,
    @Query() { year, ...page }: NoticesFilter,
    @SeesProposals() proposals: boolean,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<Paged<NoticesAnswer>> {
    const { limit, behind } = pageAsked(page, noticeKey);
    const asked = { unitId, year: year === null ? undefined : Number(year), proposals, after };
    const then = asOf && (await this.moments.past(asOf));
    const listed = await this.unitNotices.list({ ...asked, ...then, limit: limit + 1, behind });
    const { rows, last } = cutToPage(listed.notices, limit, ({ key }) => key);
    return new Paged({ notices: rows.map(({ notice }) => notice), asOf: listed.asOf }, last, listed.asOf);
  }
}
