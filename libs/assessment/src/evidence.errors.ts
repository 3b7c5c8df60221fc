import { DomainError, type LocalDate, vietnamDay } from '@app/kernel';

/** The component demands evidence: without any, an explanation is mandatory. */
export class EvidenceIsMissing extends DomainError {
  readonly code = 'assessment.evidence-is-missing';
  readonly kind = 'invalid';

  constructor(component: string) {
    super(`Tiêu chí thành phần ${component} cần tài liệu kiểm chứng.`, { component });
  }
}

/** A file of 0 bytes proves nothing. */
export class EvidenceIsEmpty extends DomainError {
  readonly code = 'assessment.evidence-is-empty';
  readonly kind = 'invalid';

  constructor(name: string) {
    super(`Tệp “${name}” rỗng (0 byte).`, { name });
  }
}

/** A document issued after the year cannot prove what was done in it. */
export class EvidenceIsTooLate extends DomainError {
  readonly code = 'assessment.evidence-is-too-late';
  readonly kind = 'invalid';

  constructor(name: string, issuedOn: LocalDate, year: number) {
    super(`Tài liệu “${name}” ban hành ngày ${vietnamDay(issuedOn)}, sau ngày 31/12/${year}.`, {
      name,
      issuedOn,
      year,
    });
  }
}

/** A document that is yet to be issued proves nothing. */
export class EvidenceIsNotIssued extends DomainError {
  readonly code = 'assessment.evidence-is-not-issued';
  readonly kind = 'invalid';

  constructor(name: string, issuedOn: LocalDate, today: LocalDate) {
    super(`Tài liệu “${name}” ghi ngày ban hành ${vietnamDay(issuedOn)}, sau ngày hôm nay ${vietnamDay(today)}.`, {
      name,
      issuedOn,
      today,
    });
  }
}

/** The same file is named twice for one component. */
export class EvidenceIsRepeated extends DomainError {
  readonly code = 'assessment.evidence-is-repeated';
  readonly kind = 'invalid';

  constructor(name: string) {
    super(`Tệp “${name}” được nêu hai lần cho cùng một tiêu chí thành phần.`, { name });
  }
}
