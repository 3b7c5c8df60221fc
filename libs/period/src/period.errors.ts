import { DomainError, type Instant, type LocalDate, vietnamDay, vietnamTime } from '@app/kernel';

/** The year is open already: its rules and deadlines are frozen. */
export class PeriodAlreadyOpened extends DomainError {
  readonly code = 'period.already-opened';
  readonly kind = 'conflict';

  constructor(year: number) {
    super(`Kỳ đánh giá năm ${year} đã được mở; bộ tiêu chí và thời hạn đã chốt.`, { year });
  }
}

/** The year is not open. */
export class PeriodNotOpened extends DomainError {
  readonly code = 'period.not-opened';
  readonly kind = 'not-found';

  constructor(year: number) {
    super(`Kỳ đánh giá năm ${year} chưa được mở.`, { year });
  }
}

/** Appraisal must end after submission ends. */
export class DeadlinesOutOfOrder extends DomainError {
  readonly code = 'period.deadlines-out-of-order';
  readonly kind = 'invalid';

  constructor(submitBy: Instant, appraiseBy: Instant) {
    super(`Hạn thẩm định ${vietnamTime(appraiseBy)} không muộn hơn hạn nộp ${vietnamTime(submitBy)}.`, {
      submitBy,
      appraiseBy,
    });
  }
}

/** A unit scores what it did in the year: nothing of it ends before the year has begun, however early it is opened. */
export class DeadlineIsBeforeItsYear extends DomainError {
  readonly code = 'period.deadline-is-before-its-year';
  readonly kind = 'invalid';

  constructor(field: string, deadline: Instant, year: number, begins: Instant) {
    super(`${field} ${vietnamTime(deadline)} không muộn hơn lúc năm ${year} bắt đầu (${vietnamTime(begins)}).`, {
      field,
      deadline,
      begins,
    });
  }
}

/** A deadline lies in the past: nobody could submit or appraise, and what is opened is frozen. */
export class DeadlinesHavePassed extends DomainError {
  readonly code = 'period.deadlines-have-passed';
  readonly kind = 'invalid';

  constructor(what: string, deadline: Instant, now: Instant) {
    super(`${what} ${vietnamTime(deadline)} đã qua.`, { deadline, now });
  }
}

/** A year opens for at least one block, each named once. */
export class BlocksDoNotFit extends DomainError {
  readonly code = 'period.blocks-do-not-fit';
  readonly kind = 'invalid';

  constructor(why: string) {
    super(`Danh sách Khối của kỳ đánh giá không hợp lệ: ${why}.`);
  }
}

/** The ruleset takes effect only after the year. */
export class RulesetNotInForce extends DomainError {
  readonly code = 'period.ruleset-not-in-force';
  readonly kind = 'invalid';

  constructor(rulesetId: string, effectiveFrom: LocalDate, year: number) {
    super(`Bộ tiêu chí “${rulesetId}” có hiệu lực từ ${vietnamDay(effectiveFrom)}, sau năm ${year}.`, {
      rulesetId,
      effectiveFrom,
      year,
    });
  }
}

/** The block was skipped before. */
export class BlockAlreadySkipped extends DomainError {
  readonly code = 'period.block-already-skipped';
  readonly kind = 'conflict';

  constructor(year: number, blockId: string) {
    super(`Khối “${blockId}” đã được ghi nhận không đánh giá năm ${year}.`, { year, blockId });
  }
}

/** Files of the block's year are open, or results of it on record: that it is not assessed would deny what people have done. */
export class BlockIsUnderWay extends DomainError {
  readonly code = 'period.block-is-under-way';
  readonly kind = 'conflict';

  constructor(year: number, blockId: string, begun: 'files' | 'results') {
    const what = begun === 'files' ? 'mở hồ sơ' : 'có kết quả được ghi nhận';
    super(`Khối “${blockId}” đã ${what} năm ${year}.`, { year, blockId, begun });
  }
}
