import { DomainError, type LocalDate, vietnamDay } from '@app/kernel';

/** The id is already a block's. */
export class BlockAlreadyDefined extends DomainError {
  readonly code = 'unit.block-already-defined';
  readonly kind = 'conflict';

  constructor(blockId: string) {
    super(`Khối “${blockId}” đã có.`, { blockId });
  }
}

/** Nothing is known of such a block. */
export class BlockNotDefined extends DomainError {
  readonly code = 'unit.block-not-defined';
  readonly kind = 'not-found';

  constructor(blockId: string) {
    super(`Chưa có Khối “${blockId}”.`, { blockId });
  }
}

/** The unit is a member already. */
export class AlreadyInBlock extends DomainError {
  readonly code = 'unit.already-in-block';
  readonly kind = 'conflict';

  constructor(blockId: string, unitId: string) {
    super(`Đơn vị “${unitId}” đang thuộc Khối “${blockId}”.`, { blockId, unitId });
  }
}

/** The unit is no member now. */
export class NotInBlock extends DomainError {
  readonly code = 'unit.not-in-block';
  readonly kind = 'conflict';

  constructor(blockId: string, unitId: string) {
    super(`Đơn vị “${unitId}” hiện không thuộc Khối “${blockId}”.`, { blockId, unitId });
  }
}

/** A membership that would begin before the previous one ended, or end before it began. */
export class MembershipsOverlap extends DomainError {
  readonly code = 'unit.memberships-overlap';
  readonly kind = 'invalid';

  constructor(date: LocalDate, limit: LocalDate) {
    super(`Ngày ${vietnamDay(date)} chồng lấn với thời gian thuộc Khối đã ghi nhận (mốc ${vietnamDay(limit)}).`, {
      date,
      limit,
    });
  }
}
