import { DomainError } from '@app/kernel';

/** The code was given to another unit once: official codes are never reused, also not after that unit ended. */
export class OfficialCodeIsTaken extends DomainError {
  readonly code = 'unit.official-code-is-taken';
  readonly kind = 'conflict';

  constructor(officialCode: string, unitId: string) {
    super(`Mã định danh “${officialCode}” đã cấp cho đơn vị “${unitId}”.`, {
      officialCode,
      unitId,
    });
  }
}

/** Not a code that a register could have given. */
export class OfficialCodeIsInvalid extends DomainError {
  readonly code = 'unit.official-code-is-invalid';
  readonly kind = 'invalid';

  constructor(officialCode: string) {
    super(`Mã định danh “${officialCode}” không hợp lệ; chỉ dùng chữ không dấu, chữ số, “.” và “_”, tối đa 30 ký tự.`, {
      officialCode,
    });
  }
}
