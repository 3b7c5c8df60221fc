import { DomainError, type Instant, type LocalDate, vietnamDay, vietnamTime } from '@app/kernel';

/** Results of the block and year are on record: the council decides nothing any more. */
export class ResultsAreRecorded extends DomainError {
  readonly code = 'assessment.results-are-recorded';
  readonly kind = 'conflict';

  constructor() {
    super('Kết quả của Khối trong năm đã được công bố nên Hội đồng không quyết định được nữa.');
  }
}

/** The time to object to what was announced is over: what the council decided now could be missing from what is published. */
export class CouncilTimeIsOver extends DomainError {
  readonly code = 'assessment.council-time-is-over';
  readonly kind = 'conflict';

  constructor(objectUntil: Instant, now: Instant) {
    super(
      `Hạn kiến nghị về kết quả tạm thời đã hết lúc ${vietnamTime(objectUntil)} nên Hội đồng không quyết định được nữa.`,
      { objectUntil, now },
    );
  }
}

/** A decision on an upheld case gave the component points, which stand above the council's. */
export class PointsAreRuled extends DomainError {
  readonly code = 'assessment.points-are-ruled';
  readonly kind = 'conflict';

  constructor(component: string) {
    super(
      `Tiêu chí thành phần ${component} đã có điểm theo quyết định về kiến nghị, khiếu nại; Hội đồng không cho điểm nữa.`,
      {
        component,
      },
    );
  }
}

/** Votes are counted in whole numbers from 0. */
export class VotesAreInvalid extends DomainError {
  readonly code = 'assessment.votes-are-invalid';
  readonly kind = 'invalid';

  constructor() {
    super('Số phiếu không hợp lệ.');
  }
}

/** Not more votes for than against: the council decided nothing. */
export class DecisionIsNotCarried extends DomainError {
  readonly code = 'assessment.decision-is-not-carried';
  readonly kind = 'invalid';

  constructor(votesFor: number, votesAgainst: number) {
    super(`Không thông qua: ${votesFor} phiếu thuận, ${votesAgainst} phiếu chống.`, {
      for: votesFor,
      against: votesAgainst,
    });
  }
}

/** The sitting lies ahead. */
export class CouncilHasNotMet extends DomainError {
  readonly code = 'assessment.council-has-not-met';
  readonly kind = 'invalid';

  constructor(heldOn: LocalDate, today: LocalDate) {
    super(`Biên bản ghi ngày họp ${vietnamDay(heldOn)}, sau ngày hôm nay ${vietnamDay(today)}.`, { heldOn, today });
  }
}

/** Nobody enters what the council decided about the own unit. */
export class OwnUnitDecided extends DomainError {
  readonly code = 'assessment.own-unit-decided';
  readonly kind = 'forbidden';

  constructor(unitId: string) {
    super(`Người ghi quyết định thuộc đơn vị “${unitId}”, đơn vị tiền thân hoặc kế thừa của đơn vị này.`, { unitId });
  }
}

/** Whoever entered figures of the unit, laid them before the head, answered as its head or explained them, does not enter what the council made of them. */
export class CouncilEnteredFigures extends DomainError {
  readonly code = 'assessment.council-entered-figures';
  readonly kind = 'forbidden';

  constructor(account: string) {
    super(
      `“${account}” đã nhập số liệu, trình, duyệt hoặc giải trình của hồ sơ này nên không ghi được quyết định của Hội đồng.`,
      {
        account,
      },
    );
  }
}

/** Whoever appraised the component does not enter what the council made of it. */
export class CouncilAppraised extends DomainError {
  readonly code = 'assessment.council-appraised';
  readonly kind = 'forbidden';

  constructor(account: string, component: string) {
    super(`“${account}” đã thẩm định tiêu chí thành phần ${component} nên không ghi được quyết định của Hội đồng.`, {
      account,
      component,
    });
  }
}
