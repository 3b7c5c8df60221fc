import { DomainError } from '@app/kernel';

/** The unit's file for the year was not opened, or not yet at the moment asked about. */
export class FileNotOpened extends DomainError {
  readonly code = 'file-register.file-not-found';
  readonly kind = 'not-found';

  constructor(unitId: string, year: number) {
    super(`Hồ sơ năm ${year} của đơn vị “${unitId}” chưa được mở.`, { unitId, year });
  }
}

/** No rules of the year have such a field: that no file waits in it would say nothing. */
export class FieldNotKnown extends DomainError {
  readonly code = 'file-register.field-not-found';
  readonly kind = 'not-found';

  constructor(field: string, year: number) {
    super(`Không bộ tiêu chí nào của năm ${year} có lĩnh vực “${field}”.`, { field, year });
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
