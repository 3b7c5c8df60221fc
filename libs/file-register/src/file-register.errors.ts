import { DomainError } from '@app/kernel';

/** The unit's file for the year was not opened, or not yet at the moment asked about. */
export class FileNotOpened extends DomainError {
  readonly code = 'file-register.file-not-found';
  readonly kind = 'not-found';

  constructor(unitId: string, year: number) {
    super(`Hồ sơ năm ${year} của đơn vị “${unitId}” chưa được mở.`, { unitId, year });
  }
}

/** No block of this id was ever defined: that no file of it waits would say nothing. */
export class BlockNotKnown extends DomainError {
  readonly code = 'file-register.block-not-found';
  readonly kind = 'not-found';

  constructor(blockId: string) {
    super(`Không có Khối “${blockId}”.`, { blockId });
  }
}
