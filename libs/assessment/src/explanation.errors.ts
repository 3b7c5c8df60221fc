import { DomainError, type Instant, vietnamTime } from '@app/kernel';

/** An answer is due after now, and while the appraisal may still look at it. */
export class AnswerDeadlineDoesNotFit extends DomainError {
  readonly code = 'assessment.answer-deadline-does-not-fit';
  readonly kind = 'invalid';

  constructor(answerBy: Instant, now: Instant, appraiseBy: Instant) {
    super(
      `Hạn giải trình ${vietnamTime(answerBy)} không hợp lệ: phải sau thời điểm này và không muộn hơn hạn thẩm định ${vietnamTime(appraiseBy)}.`,
      { answerBy, now, appraiseBy },
    );
  }
}

/** Another question of the file bears this id already. */
export class ExplanationAlreadyAsked extends DomainError {
  readonly code = 'assessment.explanation-already-asked';
  readonly kind = 'conflict';

  constructor(explanationId: string) {
    super(`Yêu cầu giải trình “${explanationId}” đã có trong hồ sơ này.`, { explanationId });
  }
}

/** Nobody asked such a question about the file. */
export class ExplanationIsUnknown extends DomainError {
  readonly code = 'assessment.explanation-is-unknown';
  readonly kind = 'not-found';

  constructor(explanationId: string) {
    super(`Hồ sơ này không có yêu cầu giải trình “${explanationId}”.`, { explanationId });
  }
}

/** The question has its answer; the appraiser may ask on. */
export class ExplanationAlreadyGiven extends DomainError {
  readonly code = 'assessment.explanation-already-given';
  readonly kind = 'conflict';

  constructor(explanationId: string) {
    super(`Yêu cầu giải trình “${explanationId}” đã được trả lời.`, { explanationId });
  }
}

/** Nothing is explained at or after the instant by which it was asked: the question has lapsed. */
export class ExplanationDeadlinePassed extends DomainError {
  readonly code = 'assessment.explanation-deadline-passed';
  readonly kind = 'conflict';

  constructor(explanationId: string, answerBy: Instant, now: Instant) {
    super(`Đã hết hạn giải trình lúc ${vietnamTime(answerBy)}.`, { explanationId, answerBy, now });
  }
}

/** The unit may still answer: until then nothing that the question is about is closed. */
export class ExplanationIsAwaited extends DomainError {
  readonly code = 'assessment.explanation-is-awaited';
  readonly kind = 'conflict';

  constructor(components: readonly string[]) {
    super(`Còn chờ đơn vị giải trình tiêu chí thành phần: ${components.join(', ')}.`, {
      components: components.map((component) => ({ component })),
    });
  }
}
