import { type CaseCourse, casesIn } from '@app/case-register';
import { type CaseworkEvent, caseworkStream } from '@app/casework';
import { LogAsOf } from '@app/audit';
import type { Moment } from '@app/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Standing, standingAfter } from '../lookup/recorded';

export interface UnitCases extends Standing {
  /** By the day on which they are due. */
  readonly cases: readonly CaseCourse[];
}

/** Which cases are on record about a unit's year? Asked of the log itself: one stream holds them. Throws StreamIsUnreadable. */
export class GetUnitCases extends Query<UnitCases> {
  constructor(
    readonly year: number,
    readonly unitId: string,
    readonly asOf: Moment | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetUnitCases)
export class GetUnitCasesHandler implements IQueryHandler<GetUnitCases> {
  constructor(private readonly log: LogAsOf) {}

  async execute({ year, unitId, asOf }: GetUnitCases): Promise<UnitCases> {
    const stream = caseworkStream(year, unitId);
    const events = (await this.log.of([stream], asOf)).whole<CaseworkEvent>(stream);
    return { cases: casesIn(events), ...standingAfter(events) };
  }
}
