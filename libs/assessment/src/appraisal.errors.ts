import { DomainError, type Instant, vietnamTime } from '@app/kernel';

/** The unit has not submitted: there is nothing to appraise yet. */
export class AssessmentIsNotSubmitted extends DomainError {
  readonly code = 'assessment.not-submitted';
  readonly kind = 'conflict';

  constructor() {
    super('Đơn vị chưa nộp hồ sơ nên chưa thẩm định được.');
  }
}

/** The appraisal is closed; its points stand. */
export class AppraisalIsClosed extends DomainError {
  readonly code = 'assessment.appraisal-is-closed';
  readonly kind = 'conflict';

  constructor() {
    super('Việc thẩm định hồ sơ này đã kết thúc.');
  }
}

/** Nothing is appraised at or after the appraisal deadline. */
export class AppraisalDeadlinePassed extends DomainError {
  readonly code = 'assessment.appraisal-deadline-passed';
  readonly kind = 'conflict';

  constructor(appraiseBy: Instant, now: Instant) {
    super(`Đã hết hạn thẩm định lúc ${vietnamTime(appraiseBy)}.`, { appraiseBy, now });
  }
}

/** Nobody appraises the own unit. */
export class OwnUnitAppraised extends DomainError {
  readonly code = 'assessment.own-unit-appraised';
  readonly kind = 'forbidden';

  constructor(unitId: string) {
    super(
      `Người thẩm định thuộc đơn vị “${unitId}”, đơn vị tiền thân hoặc kế thừa của đơn vị này nên không được thẩm định.`,
      { unitId },
    );
  }
}

/** Whoever entered figures of the unit, laid them before the head, answered as its head or explained them, does not appraise them. */
export class AppraiserEnteredFigures extends DomainError {
  readonly code = 'assessment.appraiser-entered-figures';
  readonly kind = 'forbidden';

  constructor(account: string) {
    super(`“${account}” đã nhập số liệu, trình, duyệt hoặc giải trình của hồ sơ này nên không được thẩm định.`, {
      account,
    });
  }
}

/** Rounds are counted 1, 2, 3…: neither skipped nor gone back to. */
export class RoundOutOfOrder extends DomainError {
  readonly code = 'assessment.round-out-of-order';
  readonly kind = 'conflict';

  constructor(round: number, present: number) {
    const due =
      present === 0 ? 'chưa có vòng nào, vòng đầu tiên là 1' : `đang ở vòng ${present}, vòng sau là ${present + 1}`;
    super(`Không thể thẩm định vòng ${round}: ${due}.`, { round, present });
  }
}

/** The unit declared nothing for the component, so there is nothing to agree with. */
export class ComponentIsNotDeclared extends DomainError {
  readonly code = 'assessment.component-is-not-declared';
  readonly kind = 'conflict';

  constructor(component: string) {
    super(`Tiêu chí thành phần ${component} chưa được kê khai.`, { component });
  }
}

/** Somebody appraised the component in this round already; changing that is a correction and must say so. */
export class AlreadyAppraised extends DomainError {
  readonly code = 'assessment.already-appraised';
  readonly kind = 'conflict';

  constructor(component: string, round: number) {
    super(`Tiêu chí thành phần ${component} đã được thẩm định ở vòng ${round}.`, {
      component,
      round,
    });
  }
}

/** The points are no longer those the appraiser saw: somebody else was faster. */
export class PointsHaveChanged extends DomainError {
  readonly code = 'assessment.points-have-changed';
  readonly kind = 'conflict';

  constructor(component: string, seen: string | null, present: string | null) {
    super(`Điểm của tiêu chí thành phần ${component} đã thay đổi kể từ khi xem.`, {
      component,
      seen,
      present,
    });
  }
}

/** The adjustment gives the points that stand already: confirm instead. */
export class NothingIsAdjusted extends DomainError {
  readonly code = 'assessment.nothing-is-adjusted';
  readonly kind = 'invalid';

  constructor(component: string) {
    super(`Tiêu chí thành phần ${component}: điểm không khác điểm hiện hành.`, { component });
  }
}

/** The rule does not let the component be left out. */
export class NotApplicableIsRefused extends DomainError {
  readonly code = 'assessment.not-applicable-is-refused';
  readonly kind = 'invalid';

  constructor(component: string) {
    super(`Tiêu chí thành phần ${component}: quy tắc không cho phép “không áp dụng”.`, { component });
  }
}

/** Components still wait for the appraiser. */
export class AppraisalsAreMissing extends DomainError {
  readonly code = 'assessment.appraisals-are-missing';
  readonly kind = 'conflict';

  constructor(components: readonly string[]) {
    super(`Chưa thẩm định ${components.length} tiêu chí thành phần: ${components.join(', ')}.`, {
      components: components.map((component) => ({ component })),
    });
  }
}

/** The council, and decisions on upheld cases, change what an appraisal ended with: before that, the appraiser changes it. */
export class AppraisalIsNotClosed extends DomainError {
  readonly code = 'assessment.appraisal-is-not-closed';
  readonly kind = 'conflict';

  constructor() {
    super('Việc thẩm định hồ sơ này chưa kết thúc nên chưa có điểm để quyết định lại.');
  }
}
