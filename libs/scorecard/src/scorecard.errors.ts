import { DomainError } from '@app/kernel';

/** The unit's file for the year was never opened (or the read model does not know it yet). */
export class UnitScoreNotFound extends DomainError {
  readonly code = 'scorecard.unit-score-not-found';
  readonly kind = 'not-found';

  constructor(unitId: string, year: number) {
    super(`Đơn vị “${unitId}” không có hồ sơ chấm điểm năm ${year}.`, { unitId, year });
  }
}
