import { DomainError, type Instant, type LocalDate, vietnamDay, vietnamTime } from '@app/kernel';

/** The case id is taken. */
export class CaseAlreadyReceived extends DomainError {
  readonly code = 'casework.already-received';
  readonly kind = 'conflict';

  constructor(caseId: string) {
    super(`Vụ việc “${caseId}” đã được tiếp nhận.`, { caseId });
  }
}

/** The same number of the same register came in under another case id. */
export class RegisterNumberIsTaken extends DomainError {
  readonly code = 'casework.register-number-is-taken';
  readonly kind = 'conflict';

  constructor(externalNumber: string, caseId: string) {
    super(`Số “${externalNumber}” đã được tiếp nhận ở vụ việc “${caseId}”.`, { externalNumber, caseId });
  }
}

/** The office has given the case its number. */
export class CaseAlreadyRegistered extends DomainError {
  readonly code = 'casework.already-registered';
  readonly kind = 'conflict';

  constructor(caseId: string, externalNumber: string) {
    super(`Vụ việc “${caseId}” đã vào sổ với số “${externalNumber}”.`, { caseId, externalNumber });
  }
}

/** Register numbers have no spaces: a person's name does not fit in. */
export class RegisterNumberIsInvalid extends DomainError {
  readonly code = 'casework.register-number-is-invalid';
  readonly kind = 'invalid';

  constructor() {
    super('Số của vụ việc chỉ gồm chữ, chữ số và các dấu “.”, “/”, “_”, “-”, tối đa 60 ký tự, không có khoảng trắng.');
  }
}

/** Nothing is known of such a case about the unit in the year. */
export class CaseNotReceived extends DomainError {
  readonly code = 'casework.not-received';
  readonly kind = 'not-found';

  constructor(caseId: string) {
    super(`Chưa tiếp nhận vụ việc “${caseId}” của đơn vị trong năm này.`, { caseId });
  }
}

/** Nobody handles a case about the unit that they work for, or worked for since its year began. */
export class OwnUnitHandled extends DomainError {
  readonly code = 'casework.own-unit-handled';
  readonly kind = 'forbidden';

  constructor(unitId: string) {
    super('Không ai xử lý vụ việc về đơn vị của mình.', { unitId });
  }
}

/** The case has its answer. */
export class CaseAlreadyAnswered extends DomainError {
  readonly code = 'casework.already-answered';
  readonly kind = 'conflict';

  constructor(caseId: string) {
    super(`Vụ việc “${caseId}” đã được trả lời.`, { caseId });
  }
}

/** The case is concluded; a different conclusion is another case. */
export class CaseIsClosed extends DomainError {
  readonly code = 'casework.is-closed';
  readonly kind = 'conflict';

  constructor(caseId: string) {
    super(`Vụ việc “${caseId}” đã kết thúc.`, { caseId });
  }
}

/** Something dated before what it follows, or in the future. `field` is Vietnamese. */
export class CaseDateDoesNotFit extends DomainError {
  readonly code = 'casework.date-does-not-fit';
  readonly kind = 'invalid';

  constructor(field: string, date: LocalDate, why: string, limit: LocalDate) {
    super(`${field} ${vietnamDay(date)} không hợp lệ: ${why} ${vietnamDay(limit)}.`, { field, date, limit });
  }
}

/** A unit objects to its score only while provisional results stand and their time for objections runs: not before, not after. */
export class ObjectionsAreNotTaken extends DomainError {
  readonly code = 'casework.objections-are-not-taken';
  readonly kind = 'conflict';

  constructor(objectUntil: Instant | null, now: Instant) {
    const why = objectUntil === null ? 'không có kết quả tạm thời nào' : `đã hết hạn lúc ${vietnamTime(objectUntil)}`;
    super(`Không nhận kiến nghị về điểm: ${why}.`, { objectUntil, now });
  }
}

/** A unit complains of its score (khiếu nại về điểm) once that is official; before, it objects (kiến nghị). */
export class ScoreIsNotOfficial extends DomainError {
  readonly code = 'casework.score-is-not-official';
  readonly kind = 'conflict';

  constructor(year: number, unitId: string) {
    super(`Đơn vị “${unitId}” chưa có kết quả chính thức năm ${year} để khiếu nại về điểm.`, { year, unitId });
  }
}

/** Of a denunciation (tố cáo) only number, status and outcome enter this system: no text, which could name the denouncer. */
export class DenunciationTextRefused extends DomainError {
  readonly code = 'casework.denunciation-text-refused';
  readonly kind = 'invalid';

  constructor() {
    super('Với tố cáo chỉ ghi số, tình trạng và kết quả; không ghi nội dung để bảo vệ người tố cáo.');
  }
}
