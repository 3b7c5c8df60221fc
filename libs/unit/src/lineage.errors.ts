import { DomainError, type LocalDate, vietnamDay } from '@app/kernel';

/** The predecessors do not fit the kind of change: none where some are needed, the unit itself, or one named twice. */
export class PredecessorsDoNotFit extends DomainError {
  readonly code = 'unit.predecessors-do-not-fit';
  readonly kind = 'invalid';

  constructor(kind: string, why: string) {
    super(`Đơn vị tiền thân không phù hợp với loại biến động “${kind}”: ${why}.`, { lineage: kind });
  }
}

/** A share that is no part of one, or not the part that the kind of change takes. */
export class ShareDoesNotFit extends DomainError {
  readonly code = 'unit.share-does-not-fit';
  readonly kind = 'invalid';

  constructor(kind: string, predecessorId: string, share: string | null, why: string) {
    super(`Tỷ lệ nhận từ “${predecessorId}” không phù hợp với loại biến động “${kind}”: ${why}.`, {
      lineage: kind,
      predecessorId,
      share,
    });
  }
}

/** The same change of lineage was recorded before. */
export class LineageAlreadyRecorded extends DomainError {
  readonly code = 'unit.lineage-already-recorded';
  readonly kind = 'conflict';

  constructor(kind: string, effectiveOn: LocalDate) {
    super(`Biến động “${kind}” có hiệu lực ngày ${vietnamDay(effectiveOn)} đã được ghi nhận.`, {
      lineage: kind,
      effectiveOn,
    });
  }
}

/** The unit is of this type and belongs to this parent already. */
export class LevelIsUnchanged extends DomainError {
  readonly code = 'unit.level-is-unchanged';
  readonly kind = 'conflict';

  constructor(unitId: string, type: string) {
    super(`Đơn vị “${unitId}” đã là loại “${type}” và thuộc đúng đơn vị cấp trên này.`, { unitId, type });
  }
}

/** A unit does not belong to itself. */
export class ParentIsItself extends DomainError {
  readonly code = 'unit.parent-is-itself';
  readonly kind = 'invalid';

  constructor(unitId: string) {
    super(`Đơn vị “${unitId}” không thể là cấp trên của chính mình.`, { unitId });
  }
}
