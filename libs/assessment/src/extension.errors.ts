import { DomainError, type Instant, vietnamTime } from '@app/kernel';

/** The new instant is no later than the present deadline, or lies in the past. */
export class ExtensionDoesNotExtend extends DomainError {
  readonly code = 'assessment.extension-does-not-extend';
  readonly kind = 'invalid';

  constructor(until: Instant, present: Instant) {
    super(`Hạn mới ${vietnamTime(until)} phải sau ${vietnamTime(present)}.`, { until, present });
  }
}

/** Components are to be named, but the list is empty. */
export class ExtensionIsOfNothing extends DomainError {
  readonly code = 'assessment.extension-is-of-nothing';
  readonly kind = 'invalid';

  constructor() {
    super('Danh sách tiêu chí thành phần được gia hạn đang trống.');
  }
}
