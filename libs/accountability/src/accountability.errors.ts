import { DomainError } from '@app/kernel';

/** No unit of this id was ever registered, nor named in any results: that nothing is proposed for it would be no all-clear. */
export class UnitNotKnown extends DomainError {
  readonly code = 'accountability.unit-not-known';
  readonly kind = 'not-found';

  constructor(unitId: string) {
    super(`Không có đơn vị “${unitId}”.`, { unitId });
  }
}

/** No block of this id was ever defined, nor named in any results. */
export class BlockNotKnown extends DomainError {
  readonly code = 'accountability.block-not-known';
  readonly kind = 'not-found';

  constructor(blockId: string) {
    super(`Không có Khối “${blockId}”.`, { blockId });
  }
}
