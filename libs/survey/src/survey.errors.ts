import { DomainError } from '@app/kernel';

/** The batch is recorded already, or was withdrawn: its name is never given again. */
export class BatchAlreadyRecorded extends DomainError {
  readonly code = 'survey.batch-already-recorded';
  readonly kind = 'conflict';

  constructor(campaign: string, batch: string) {
    super(`Đợt phiếu “${batch}” của cuộc điều tra “${campaign}” đã được nhập.`, {
      campaign,
      batch,
    });
  }
}

/** The same file was imported under another name: its answers would count twice. */
export class SourceAlreadyRecorded extends DomainError {
  readonly code = 'survey.source-already-recorded';
  readonly kind = 'conflict';

  constructor(batch: string, sourceSha256: string) {
    super(`Nội dung nguồn này đã được nhập ở đợt phiếu “${batch}”.`, { batch, sourceSha256 });
  }
}

/** A batch holds at least one and at most 500 responses. */
export class BatchSizeOutOfRange extends DomainError {
  readonly code = 'survey.batch-size-out-of-range';
  readonly kind = 'invalid';

  constructor(size: number, max: number) {
    super(`Đợt phiếu có ${size} phiếu, ngoài khoảng từ 1 đến ${max}.`, { size, max });
  }
}

/** A question that the ruleset does not ask, or one that is listed twice. */
export class QuestionsDoNotFit extends DomainError {
  readonly code = 'survey.questions-do-not-fit';
  readonly kind = 'invalid';

  constructor(question: string | null, why: string) {
    super(`Danh sách câu hỏi không hợp lệ: ${why}.`, { question });
  }
}

/** A response with too many or too few letters, or a letter that is no option of its question. Rows are counted from 1. */
export class ResponseIsInvalid extends DomainError {
  readonly code = 'survey.response-is-invalid';
  readonly kind = 'invalid';

  constructor(row: number, question: string | null, why: string) {
    super(`Phiếu thứ ${row}: ${why}.`, { row, question });
  }
}

/** No such batch counts for the unit in the year. */
export class BatchNotRecorded extends DomainError {
  readonly code = 'survey.batch-not-recorded';
  readonly kind = 'not-found';

  constructor(campaign: string, batch: string) {
    super(`Không có đợt phiếu “${batch}” của cuộc điều tra “${campaign}” cho đơn vị này.`, { campaign, batch });
  }
}

/** The batch was withdrawn before. */
export class BatchAlreadyWithdrawn extends DomainError {
  readonly code = 'survey.batch-already-withdrawn';
  readonly kind = 'conflict';

  constructor(campaign: string, batch: string) {
    super(`Đợt phiếu “${batch}” của cuộc điều tra “${campaign}” đã được rút.`, { campaign, batch });
  }
}
