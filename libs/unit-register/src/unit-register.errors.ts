import { DomainError } from '@app/kernel';

/** No unit of this id was ever registered. */
export class UnitNotInRegister extends DomainError {
  readonly code = 'unit-register.unit-not-found';
  readonly kind = 'not-found';

  constructor(unitId: string) {
    super(`Không có đơn vị “${unitId}”.`, { unitId });
  }
}

/** No block of this id was ever defined. */
export class BlockNotInRegister extends DomainError {
  readonly code = 'unit-register.block-not-found';
  readonly kind = 'not-found';

  constructor(blockId: string) {
    super(`Không có Khối “${blockId}”.`, { blockId });
  }
}
