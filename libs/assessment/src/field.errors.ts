import { DomainError } from '@app/kernel';

/** The ruleset has no such field. */
export class UnknownField extends DomainError {
  readonly code = 'assessment.unknown-field';
  readonly kind = 'invalid';

  constructor(field: string) {
    super(`Bộ tiêu chí không có lĩnh vực “${field}”.`, { field });
  }
}

/** Nobody, or not this lead agency, judges anything in the field: there is nothing to close. */
export class NothingToAppraise extends DomainError {
  readonly code = 'assessment.nothing-to-appraise';
  readonly kind = 'invalid';

  constructor(field: string, leadAgency: string | null) {
    const whose = leadAgency === null ? 'cần thẩm định' : `do “${leadAgency}” thẩm định`;
    super(`Lĩnh vực ${field} không có tiêu chí thành phần nào ${whose}.`, { field, leadAgency });
  }
}

/** The field is closed in this round; only a further round opens it again. */
export class FieldIsClosed extends DomainError {
  readonly code = 'assessment.field-is-closed';
  readonly kind = 'conflict';

  constructor(field: string, round: number) {
    super(`Lĩnh vực ${field} đã kết thúc thẩm định vòng ${round}.`, {
      field,
      round,
    });
  }
}

/** The round that a field is in is not closed yet, so the next one cannot begin. */
export class RoundIsOpen extends DomainError {
  readonly code = 'assessment.round-is-open';
  readonly kind = 'conflict';

  constructor(field: string, round: number) {
    super(`Lĩnh vực ${field} chưa kết thúc vòng ${round} nên chưa bắt đầu được vòng ${round + 1}.`, { field, round });
  }
}

/** The field is not in the round that is to be closed. */
export class FieldIsInAnotherRound extends DomainError {
  readonly code = 'assessment.field-is-in-another-round';
  readonly kind = 'conflict';

  constructor(field: string, round: number, present: number) {
    super(`Lĩnh vực ${field} đang ở vòng ${present}, không phải vòng ${round}.`, { field, round, present });
  }
}

/** Fields are not closed in the round that they reached, so the appraisal of the file is not done. */
export class FieldsAreNotClosed extends DomainError {
  readonly code = 'assessment.fields-are-not-closed';
  readonly kind = 'conflict';

  constructor(fields: readonly string[]) {
    super(`Chưa kết thúc thẩm định ${fields.length} lĩnh vực: ${fields.join(', ')}.`, {
      fields: fields.map((field) => ({ field })),
    });
  }
}

/** What would be closed is for other lead agencies to close than the one that the appraiser works for. */
export class AgencyIsNotYours extends DomainError {
  readonly code = 'assessment.agency-is-not-yours';
  readonly kind = 'forbidden';

  constructor(field: string, others: readonly string[]) {
    super(
      `Phần do “${others.join(', ')}” thẩm định trong lĩnh vực ${field} không do người của cơ quan khác kết thúc.`,
      {
        field,
        leadAgencies: others.map((leadAgency) => ({ leadAgency })),
      },
    );
  }
}

/** The appraiser may not appraise this field, or not the whole file (`field` null). */
export class FieldIsNotYours extends DomainError {
  readonly code = 'assessment.field-is-not-yours';
  readonly kind = 'forbidden';

  constructor(field: string | null, own: readonly string[]) {
    const what = field === null ? 'Việc này thuộc về toàn bộ hồ sơ' : `Lĩnh vực ${field} không thuộc phần được giao`;
    super(`${what}; người thẩm định chỉ được giao lĩnh vực: ${own.join(', ')}.`, {
      field,
      own: own.map((code) => ({ field: code })),
    });
  }
}
