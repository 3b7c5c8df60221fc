import { DomainError, type Instant, vietnamTime } from '@app/kernel';

/** The unit's file for the year is open already, for `blockId`: a unit has one file a year, whatever blocks it belongs to. */
export class AssessmentAlreadyOpened extends DomainError {
  readonly code = 'assessment.already-opened';
  readonly kind = 'conflict';

  constructor(
    year: number,
    unitId: string,
    readonly blockId: string,
  ) {
    super(`Hồ sơ đánh giá năm ${year} của đơn vị “${unitId}” đã được mở ở Khối “${blockId}”.`, {
      year,
      unitId,
      blockId,
    });
  }
}

/** The unit's file for the year is not open. */
export class AssessmentNotOpened extends DomainError {
  readonly code = 'assessment.not-opened';
  readonly kind = 'not-found';

  constructor() {
    super('Hồ sơ đánh giá của đơn vị trong năm này chưa được mở.');
  }
}

/** Appraisal must end after submission ends, and no extension may reach beyond it. */
export class DeadlinesDoNotFit extends DomainError {
  readonly code = 'assessment.deadlines-do-not-fit';
  readonly kind = 'invalid';

  constructor(submitBy: Instant, limit: Instant, why: string) {
    super(`Hạn nộp ${vietnamTime(submitBy)} không hợp lệ: ${why} ${vietnamTime(limit)}.`, { submitBy, limit });
  }
}

/** Submitted, or appraised already: the unit writes no more unless the file is returned. */
export class AssessmentIsLocked extends DomainError {
  readonly code = 'assessment.is-locked';
  readonly kind = 'conflict';

  constructor(phase: string) {
    super('Hồ sơ đã nộp và bị khóa.', { phase });
  }
}

/** Nothing may be written at or after the submission deadline without an extension. */
export class SubmissionDeadlinePassed extends DomainError {
  readonly code = 'assessment.submission-deadline-passed';
  readonly kind = 'conflict';

  constructor(submitBy: Instant, now: Instant) {
    super(`Đã hết hạn nộp lúc ${vietnamTime(submitBy)}.`, { submitBy, now });
  }
}

/** The ruleset has no such component. */
export class UnknownComponent extends DomainError {
  readonly code = 'assessment.unknown-component';
  readonly kind = 'invalid';

  constructor(component: string) {
    super(`Bộ tiêu chí không có tiêu chí thành phần “${component}”.`, { component });
  }
}

/** The system itself counts the component (survey answers, concluded cases): nobody declares it. */
export class ComponentIsCounted extends DomainError {
  readonly code = 'assessment.component-is-counted';
  readonly kind = 'invalid';

  constructor(component: string) {
    super(`Tiêu chí thành phần ${component} do hệ thống tổng hợp, không kê khai hay đồng ý bằng tay.`, { component });
  }
}

/** The points lie outside what the rule allows. */
export class PointsOutOfRange extends DomainError {
  readonly code = 'assessment.points-out-of-range';
  readonly kind = 'invalid';

  constructor(component: string, points: string, min: string, max: string) {
    super(`Tiêu chí thành phần ${component}: ${points} điểm nằm ngoài khoảng từ ${min} đến ${max}.`, {
      component,
      points,
      min,
      max,
    });
  }
}

/** The rule leaves the points to a person: they must be given, with a reason. */
export class PointsMustBeGiven extends DomainError {
  readonly code = 'assessment.points-must-be-given';
  readonly kind = 'invalid';

  constructor(component: string, why: string) {
    super(`Tiêu chí thành phần ${component}: ${why.replace(/\.$/, '')}.`, { component });
  }
}

/** Components that need a declaration have none. */
export class DeclarationsAreMissing extends DomainError {
  readonly code = 'assessment.declarations-are-missing';
  readonly kind = 'conflict';

  constructor(components: readonly string[]) {
    super(`Chưa kê khai ${components.length} tiêu chí thành phần: ${components.join(', ')}.`, {
      components: components.map((component) => ({ component })),
    });
  }
}

/** Four eyes: whoever approves is not whoever entered. */
export class ApproverEnteredFigures extends DomainError {
  readonly code = 'assessment.approver-entered-figures';
  readonly kind = 'forbidden';

  constructor(account: string) {
    super(`“${account}” đã nhập số liệu nên không được duyệt nộp hồ sơ này.`, { account });
  }
}
