import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Moment, Position } from '@app/event-store';
import { type BlockMembers, ListBlockMembers, unitRegisterVersion } from '@app/unit-register';
import { After } from '../http/after';
import { AsOf } from '../http/as-of';
import { cutToPage, pageAsked, Paged } from '../http/pages';
import { IdPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { OnDay } from './on-day';
import { unitKey } from './unit-key';
import { BlockMembersAnswer, MembersFilter } from './unit-register.dto';

const from = { projection: 'unit_register', version: unitRegisterVersion };

/** The register of blocks (Khối): who belonged to which on which day. */
@ApiTags('Khối')
@Controller('blocks')
export class BlockRegisterController {
  constructor(
    private readonly queries: QueryBus,
    private readonly day: OnDay,
  ) {}

  @QueryRoute(':blockId/members', 'Who belonged to the block on a day?', { type: BlockMembersAnswer, from }, 'public')
  async members(
    @Param('blockId', IdPipe) blockId: string,
    @Query() { on: day, ...page }: MembersFilter,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<Paged<BlockMembers>> {
    const { limit, behind } = pageAsked(page, unitKey);
    const about = await this.day.of(day ?? behind?.[0] ?? null, asOf);
    const { on } = about;
    const asked = { ...about, blockId, limit: limit + 1, behind: behind?.[1], after };
    const found = await this.queries.execute(new ListBlockMembers(asked));
    const { rows, last } = cutToPage(found.members, limit, ({ unitId }) => [on, unitId]);
    return new Paged({ ...found, members: rows }, last, found.asOf);
  }
}
