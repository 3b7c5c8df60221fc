import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Position } from '@app/event-store';
import { type BlockMembers, ListBlockMembers } from '@app/unit-register';
import { After } from '../http/after';
import { IdPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { OnDay } from './on-day';
import { BlockMembersAnswer, MembersFilter } from './unit-register.dto';

/** The register of blocks (Khối): who belonged to which on which day. */
@ApiTags('Khối')
@Controller('blocks')
export class BlockRegisterController {
  constructor(
    private readonly queries: QueryBus,
    private readonly day: OnDay,
  ) {}

  @QueryRoute(':blockId/members', 'Who belonged to the block on a day?', { type: BlockMembersAnswer }, 'public')
  async members(
    @Param('blockId', IdPipe) blockId: string,
    @Query() { asOf, limit }: MembersFilter,
    @After() after: Position | undefined,
  ): Promise<BlockMembers> {
    const on = this.day.of(asOf);
    return this.queries.execute(new ListBlockMembers({ blockId, on, limit: Number(limit ?? 200), after }));
  }
}
