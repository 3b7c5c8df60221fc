import { type AssessmentEvent, assessmentStream, type pointsRuled } from '@app/assessment';
import { LogAsOf } from '@app/audit';
import type { Moment } from '@app/event-store';
import { actOf } from '@app/file-register';
import type { DataOf } from '@app/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { UnitScoreEvent } from '@app/scorecard';
import { type Standing, standingAfter } from '../lookup/recorded';

/** Points by a decision on the case. */
export type CaseRuling = Omit<DataOf<typeof pointsRuled>, 'year' | 'unitId' | 'case'> & {
  readonly recorded: UnitScoreEvent;
};

export interface CaseRulings extends Standing {
  /** In the order of the log. */
  readonly rulings: readonly CaseRuling[];
}

/** Which points were ruled on a case? Asked of the log itself: the stream of the unit's file holds them. Throws StreamIsUnreadable. */
export class GetCaseRulings extends Query<CaseRulings> {
  constructor(
    readonly year: number,
    readonly unitId: string,
    readonly caseId: string,
    readonly asOf: Moment | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetCaseRulings)
export class GetCaseRulingsHandler implements IQueryHandler<GetCaseRulings> {
  constructor(private readonly log: LogAsOf) {}

  async execute({ year, unitId, caseId, asOf }: GetCaseRulings): Promise<CaseRulings> {
    const stream = assessmentStream(year, unitId);
    const events = (await this.log.of([stream], asOf)).whole<AssessmentEvent>(stream);
    const rulings = events.flatMap((event) => {
      if (event.type !== 'PointsRuled' || event.data.case.caseId !== caseId) return [];
      const { component, from, to, decision, reason } = event.data;
      return [{ component, from, to, decision, reason, recorded: actOf(event) }];
    });
    return { rulings, ...standingAfter(events) };
  }
}
