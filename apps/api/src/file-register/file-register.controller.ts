import type { Moment, Position } from '@app/event-store';
import { type FileCourse, fileRegisterVersion, type ListedFiles, ListFiles } from '@app/file-register';
import { Clock } from '@app/kernel';
import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CutToReach, HidesDrafts } from '../auth/access';
import { forbidden } from '../auth/forbidden';
import { WithinReach } from '../auth/principal';
import { After } from '../http/after';
import { AsOf } from '../http/as-of';
import { cutToPage, foreignCursor, pageAsked, Paged } from '../http/pages';
import { IdPipe, YearPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { LogRegister } from '../lookup/log-register';
import { Viewed, ViewedAsList } from '../viewing/viewed';
import { FileCourseAnswer } from './file-course.dto';
import { FileCourses } from './file-courses';
import { FilesAnswer, FilesFilter } from './files.dto';

/**
 * Where a page ended: the position that the list is told as of from its first page on, so that nothing that is written meanwhile moves
 * anybody between pages; empty where `asOf` says it; and the last unit.
 */
const fileKey = z.tuple([z.string().regex(/^\d{0,18}$/), z.string().regex(/^[A-Za-z0-9._-]{1,64}$/)]);

const from = { projection: 'file_register', version: fileRegisterVersion };
const supervisors = ['administrator-of-units', 'auditor', 'leader', 'appraiser', 'council'] as const;

/** How files stand and how they came there. Commands on them are answered at the same addresses. */
@ApiTags('Hồ sơ đánh giá')
@Controller('assessments')
export class FileRegisterController {
  constructor(
    private readonly queries: QueryBus,
    private readonly moments: LogMoments,
    private readonly register: LogRegister,
    private readonly courses: FileCourses,
    private readonly clock: Clock,
  ) {}

  @CutToReach()
  @ViewedAsList('files')
  @QueryRoute(
    ':year',
    'How do the files of the year stand, and what waits for whom?',
    { type: FilesAnswer, from },
    ...supervisors,
  )
  async list(
    @Param('year', YearPipe) year: number,
    @Query() { blockId, state, waitsFor, field, leadAgency, q, ...page }: FilesFilter,
    @WithinReach() within: readonly string[] | null,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<Paged<ListedFiles>> {
    demandReached(within, blockId);
    const { limit, behind } = pageAsked(page, fileKey);
    const then = await this.toldAsOf(asOf, behind?.[0]);
    await this.register.demandYear(year, field, then.asOf);
    const agency = await this.register.leadAgency(leadAgency);
    const filter = {
      ...{ within, blockId: blockId ?? undefined, state: state ?? undefined, by: waitsFor ?? undefined },
      ...{ field: field ?? undefined, leadAgency: agency?.names, q: q ?? undefined },
    };
    const asked = { year, ...filter, ...then, limit: limit + 1, behind: behind?.[1], after };
    const found = await this.queries.execute(new ListFiles(asked));
    const told = asOf === undefined ? (found.asOf ?? '') : '';
    const { rows, last } = cutToPage(found.files, limit, ({ unitId }) => [told, unitId]);
    return new Paged({ ...found, files: rows }, last, found.asOf);
  }

  @HidesDrafts()
  @Viewed('file')
  @QueryRoute(
    ':year/:unitId',
    'How did the file come to where it stands, and what does it wait for?',
    { type: FileCourseAnswer, asOfFromLog: true },
    'unit-officer',
    'unit-head',
    ...supervisors,
  )
  async course(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @AsOf() asOf: Moment | undefined,
  ): Promise<FileCourse> {
    return this.courses.of(unitId, year, asOf);
  }

  /** The moment asked about; else that of the first page; else the present. Throws InvalidRequest for a page that the log has not come to. */
  private async toldAsOf(asked: Moment | undefined, firstPage: string | undefined) {
    if (asked !== undefined) {
      const { asOf, readTo, instant: now } = await this.moments.past(asked);
      return { asOf, readTo, now };
    }
    const now = this.clock.now();
    if (!firstPage) return { now };
    const position = BigInt(firstPage);
    if (!(await this.moments.reached(position))) throw foreignCursor();
    return { asOf: { position }, readTo: position, now };
  }
}

/** In the same words whether there is such a block or not. */
function demandReached(within: readonly string[] | null, blockId: string | null): void {
  if (within !== null && blockId !== null && !within.includes(blockId)) throw forbidden('other-block', supervisors);
}
