import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { accountabilityVersion, type ConsequenceFlag, type FlagKey, type Flags, GetFlags } from '@app/accountability';
import type { Moment, Position } from '@app/event-store';
import { z } from 'zod';
import { type Belonging, Belongs } from '../auth/principal';
import { After } from '../http/after';
import { AsOf } from '../http/as-of';
import { cutToPage, pageAsked, Paged } from '../http/pages';
import { IdPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { Viewed, ViewedAsList } from '../viewing/viewed';
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
  constructor(
    private readonly queries: QueryBus,
    private readonly moments: LogMoments,
  ) {}

  @ViewedAsList('proposals')
  @QueryRoute('', 'What is proposed for whom, and on what grounds?', { type: FlagsAnswer, from }, ...insiders)
  async all(
    @Query() { year, blockId, superseded, ...page }: FlagsFilter,
    @Belongs() belongs: Belonging,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<Paged<Flags>> {
    const { limit, behind } = pageAsked(page, flagKey);
    const filter = { year: year === null ? undefined : Number(year), blockId: blockId ?? undefined, after };
    const then = asOf && (await this.moments.past(asOf));
    const asked = { ...filter, ...then, superseded: superseded === 'true', limit: limit + 1, behind };
    const answer = await this.queries.execute(new GetFlags(asked));
    const { rows, last } = cutToPage(answer.flags, limit, keyOf);
    const flags = await withoutOwnCases(rows, belongs);
    return new Paged({ ...answer, flags }, last, answer.asOf);
  }

  @Viewed('proposals')
  @QueryRoute('units/:unitId', 'What is proposed for one unit?', { type: FlagsAnswer, from }, 'unit-head', ...insiders)
  async ofUnit(
    @Param('unitId', IdPipe) unitId: string,
    @Belongs() belongs: Belonging,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<Flags> {
    const then = asOf && (await this.moments.past(asOf));
    const answer = await this.queries.execute(new GetFlags({ unitId, superseded: true, after, ...then }));
    return { ...answer, flags: await withoutOwnCases(answer.flags, belongs) };
  }
}

function keyOf({ year, blockId, kind, unitId, since }: ConsequenceFlag): FlagKey {
  return [year, blockId, kind, unitId, since.position];
}

/** Which cases about a unit are open is told to nobody who belongs to it: how many there are is. */
function withoutOwnCases(flags: readonly ConsequenceFlag[], belongs: Belonging): Promise<ConsequenceFlag[]> {
  return Promise.all(
    flags.map(async (flag) => {
      const isTold = flag.openCases.length === 0 || !(await belongs(flag.unitId, flag.year - 1));
      return isTold ? flag : { ...flag, openCases: [] };
    }),
  );
}
