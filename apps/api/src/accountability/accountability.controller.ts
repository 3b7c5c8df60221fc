import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { accountabilityVersion, type ConsequenceFlag, type FlagKey, type Flags, GetFlags } from '@app/accountability';
import type { Position } from '@app/event-store';
import { z } from 'zod';
import { After } from '../http/after';
import { cutToPage, pageAsked, Paged } from '../http/pages';
import { IdPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { Viewed } from '../viewing/viewed';
import { FlagsAnswer, FlagsFilter } from './accountability.dto';

const from = { projection: 'accountability', version: accountabilityVersion };
const insiders = ['administrator-of-units', 'auditor', 'leader'] as const;

const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const position = z.string().regex(/^\d{1,18}$/);
/** What the last flag of the page is found by. */
const flagKey: z.ZodType<FlagKey> = z.tuple([z.int().min(1900).max(2200), id, id, id, position]);

/** Proposals of reward and discipline (đề xuất xem xét), each with its grounds. Never a sanction. */
@ApiTags('Đề xuất xem xét')
@Controller('flags')
export class AccountabilityController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute('', 'What is proposed for whom, and on what grounds?', { type: FlagsAnswer, from }, ...insiders)
  async all(
    @Query() { year, blockId, superseded, ...page }: FlagsFilter,
    @After() after: Position | undefined,
  ): Promise<Paged<Flags>> {
    const { limit, behind } = pageAsked(page, flagKey);
    const filter = { year: year === null ? undefined : Number(year), blockId: blockId ?? undefined, after };
    const asked = { ...filter, superseded: superseded === 'true', limit: limit + 1, behind };
    const { flags, asOf } = await this.queries.execute(new GetFlags(asked));
    const { rows, last } = cutToPage(flags, limit, keyOf);
    return new Paged({ flags: rows, asOf }, last, asOf);
  }

  @Viewed('proposals')
  @QueryRoute('units/:unitId', 'What is proposed for one unit?', { type: FlagsAnswer, from }, 'unit-head', ...insiders)
  async ofUnit(@Param('unitId', IdPipe) unitId: string, @After() after: Position | undefined): Promise<Flags> {
    return this.queries.execute(new GetFlags({ unitId, superseded: true, after }));
  }
}

function keyOf({ year, blockId, kind, unitId, since }: ConsequenceFlag): FlagKey {
  return [year, blockId, kind, unitId, since.position];
}
