import { DomainError } from '@app/kernel';

/** No unit of this id was ever registered, nor named in any results: that it has no notices would say nothing. */
export class UnitNotKnown extends DomainError {
  readonly code = 'notices.unit-not-known';
  readonly kind = 'not-found';

  constructor(unitId: string) {
    super(`Không có đơn vị “${unitId}”.`, { unitId });
  }
}
