import { GetUnitYearAsOf } from '@app/audit';
import type { Moment } from '@app/event-store';
import { courseOfEvents, type FileCourse } from '@app/file-register';
import { Clock } from '@app/kernel';
import { printedMoment } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { LogMoments } from '../lookup/log-moments';

/** The course of one file, made of the log itself: never older than a command that was answered. */
@Injectable()
export class FileCourses {
  constructor(
    private readonly queries: QueryBus,
    private readonly moments: LogMoments,
    private readonly rulesets: RulesetCatalog,
    private readonly clock: Clock,
  ) {}

  /** At present, or as it was known at a moment. Throws FileNotOpened. */
  async of(unitId: string, year: number, asked: Moment | undefined): Promise<FileCourse> {
    const then = asked && (await this.moments.past(asked));
    const known = await this.queries.execute(new GetUnitYearAsOf({ unitId, year, asOf: then?.asOf }));
    const told = { now: then?.instant ?? this.clock.now(), asOf: then === undefined ? null : printedMoment(then.asOf) };
    return courseOfEvents(known, told, this.rulesets);
  }
}
