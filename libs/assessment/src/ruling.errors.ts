import { DomainError, type LocalDate, vietnamDay } from '@app/kernel';

/** The ruling gives the points that stand already. */
export class NothingIsRuled extends DomainError {
  readonly code = 'assessment.nothing-is-ruled';
  readonly kind = 'invalid';

  constructor(component: string) {
    super(`Tiêu chí thành phần ${component}: điểm theo quyết định không khác điểm hiện hành.`, { component });
  }
}

/** Four eyes: whoever belongs to the unit, had a hand in what it says, or in the component's points, does not rule on them. */
export class RulerIsInvolved extends DomainError {
  readonly code = 'assessment.ruler-is-involved';
  readonly kind = 'forbidden';

  constructor(who: string, how: 'belongs' | 'entered' | 'appraised') {
    const why = {
      belongs: `Người ghi quyết định thuộc đơn vị “${who}”, đơn vị tiền thân hoặc kế thừa của đơn vị này`,
      entered: `“${who}” đã nhập số liệu, trình, duyệt hoặc giải trình của hồ sơ này`,
      appraised: `“${who}” đã thẩm định hoặc ghi quyết định của Hội đồng về tiêu chí thành phần này`,
    };
    super(`${why[how]} nên không được ghi quyết định về điểm.`, { who, how });
  }
}

/** The decision would be signed only in the future. */
export class RulingIsNotSigned extends DomainError {
  readonly code = 'assessment.ruling-is-not-signed';
  readonly kind = 'invalid';

  constructor(signedOn: LocalDate, today: LocalDate) {
    super(`Quyết định ghi ngày ký ${vietnamDay(signedOn)}, sau ngày hôm nay ${vietnamDay(today)}.`, {
      signedOn,
      today,
    });
  }
}

/** The decision would be signed before the case that it rests on was concluded. */
export class RulingPrecedesConclusion extends DomainError {
  readonly code = 'assessment.ruling-precedes-conclusion';
  readonly kind = 'invalid';

  constructor(signedOn: LocalDate, closedOn: LocalDate) {
    super(`Ngày ký ${vietnamDay(signedOn)} trước ngày kết thúc vụ việc ${vietnamDay(closedOn)}.`, {
      signedOn,
      closedOn,
    });
  }
}

/** No objection or complaint of this id about the unit's year is closed as upheld: nothing was ruled. */
export class CaseIsNotUpheld extends DomainError {
  readonly code = 'assessment.case-is-not-upheld';
  readonly kind = 'conflict';

  constructor(kind: string, caseId: string) {
    const name = kind === 'score-objection' ? 'kiến nghị về điểm' : 'khiếu nại';
    super(`Không có ${name} “${caseId}” của đơn vị trong năm này được kết luận là đúng.`, { kind, caseId });
  }
}

/** The case was about another component: its decision changes no points of this one. */
export class CaseConcernsAnotherComponent extends DomainError {
  readonly code = 'assessment.case-concerns-another-component';
  readonly kind = 'conflict';

  constructor(caseId: string, concerns: string, component: string) {
    super(`Vụ việc “${caseId}” nói về tiêu chí thành phần ${concerns}, không phải ${component}.`, {
      caseId,
      concerns,
      component,
    });
  }
}
