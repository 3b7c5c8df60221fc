import { DomainError, type LocalDate, vietnamDay } from '@app/kernel';

/** The id is already a unit's: ids are permanent and never given twice. */
export class UnitAlreadyRegistered extends DomainError {
  readonly code = 'unit.already-registered';
  readonly kind = 'conflict';

  constructor(unitId: string) {
    super(`Đơn vị “${unitId}” đã được đăng ký.`, { unitId });
  }
}

/** Nothing is known of such a unit. */
export class UnitNotRegistered extends DomainError {
  readonly code = 'unit.not-registered';
  readonly kind = 'not-found';

  constructor(unitId: string) {
    super(`Chưa có đơn vị “${unitId}”.`, { unitId });
  }
}

/** The unit ended; its results stay readable, but it changes no more. */
export class UnitIsDissolved extends DomainError {
  readonly code = 'unit.is-dissolved';
  readonly kind = 'conflict';

  constructor(unitId: string, on: LocalDate) {
    super(`Đơn vị “${unitId}” đã giải thể từ ngày ${vietnamDay(on)}.`, { unitId, dissolvedOn: on });
  }
}

/** The unit bears this name already. */
export class NameIsUnchanged extends DomainError {
  readonly code = 'unit.name-is-unchanged';
  readonly kind = 'conflict';

  constructor(unitId: string, name: string) {
    super(`Đơn vị “${unitId}” đã mang tên “${name}”.`, { unitId, name });
  }
}

/** A change dated before what is already known: the unit's history is told in order. */
export class ChangeIsOutOfOrder extends DomainError {
  readonly code = 'unit.change-is-out-of-order';
  readonly kind = 'invalid';

  constructor(date: LocalDate, notBefore: LocalDate) {
    super(`Ngày hiệu lực ${vietnamDay(date)} trước mốc đã ghi nhận ${vietnamDay(notBefore)}.`, { date, notBefore });
  }
}

/** The decree would be signed only in the future: nothing rests on it yet. */
export class DecreeIsNotSigned extends DomainError {
  readonly code = 'unit.decree-is-not-signed';
  readonly kind = 'invalid';

  constructor(signedOn: LocalDate, today: LocalDate) {
    super(`Ngày ký văn bản ${vietnamDay(signedOn)} sau ngày hôm nay ${vietnamDay(today)}.`, { signedOn, today });
  }
}

/** Somebody holds the office; that tenure must end first. */
export class OfficeIsHeld extends DomainError {
  readonly code = 'unit.office-is-held';
  readonly kind = 'conflict';

  constructor(office: string, personId: string) {
    super(`Chức vụ này đang do “${personId}” đảm nhiệm.`, { office, personId });
  }
}

/** The person does not hold the office now. */
export class OfficeIsNotHeld extends DomainError {
  readonly code = 'unit.office-is-not-held';
  readonly kind = 'conflict';

  constructor(office: string, personId: string) {
    super(`“${personId}” hiện không giữ chức vụ này.`, { office, personId });
  }
}

/** The tenure would begin before the previous one ended, or end before it began. */
export class TenuresOverlap extends DomainError {
  readonly code = 'unit.tenures-overlap';
  readonly kind = 'invalid';

  constructor(date: LocalDate, limit: LocalDate) {
    super(`Ngày ${vietnamDay(date)} chồng lấn với nhiệm kỳ đã ghi nhận (mốc ${vietnamDay(limit)}).`, { date, limit });
  }
}

/** By no decree on record did the unit come out of the one whose result would count as its own. */
export class PredecessorIsUnrelated extends DomainError {
  readonly code = 'unit.predecessor-is-unrelated';
  readonly kind = 'conflict';

  constructor(unitId: string, predecessorId: string) {
    super(
      `Chưa ghi nhận văn bản nào theo đó “${unitId}” được hình thành từ “${predecessorId}” hoặc tiếp nhận từ đơn vị này.`,
      {
        unitId,
        predecessorId,
      },
    );
  }
}

/** Something would be taken over of nobody, or of the unit itself. */
export class NothingToTakeOver extends DomainError {
  readonly code = 'unit.nothing-to-take-over';
  readonly kind = 'invalid';

  constructor(unitId: string) {
    super(`Kết luận kế thừa của đơn vị “${unitId}” ghi nội dung tiếp nhận nhưng không nêu đơn vị tiền thân.`, {
      unitId,
    });
  }
}

/** The same ruling for the year is already in force. */
export class RulingIsUnchanged extends DomainError {
  readonly code = 'unit.ruling-is-unchanged';
  readonly kind = 'conflict';

  constructor(unitId: string, year: number) {
    super(`Kết luận kế thừa của đơn vị “${unitId}” cho năm ${year} đã đúng như vậy.`, { unitId, year });
  }
}
