import { DomainError, type LocalDate, vietnamDay } from '@app/kernel';
import type { UnitChange, UnitChangeKind } from './correction.events';

/** No such tenure stands on record: nobody recorded it, or it was corrected since. */
export class TenureNotOnRecord extends DomainError {
  readonly code = 'unit.tenure-is-not-on-record';
  readonly kind = 'not-found';

  constructor(office: string, personId: string, from: LocalDate) {
    super(`Không có nhiệm kỳ nào của “${personId}” bắt đầu ngày ${vietnamDay(from)} ở chức vụ này.`, {
      office,
      personId,
      from,
    });
  }
}

/** No such membership stands on record: nobody recorded it, or it was corrected since. */
export class MembershipNotOnRecord extends DomainError {
  readonly code = 'unit.membership-is-not-on-record';
  readonly kind = 'not-found';

  constructor(blockId: string, unitId: string, from: LocalDate) {
    super(`Không có lần nào đơn vị “${unitId}” vào Khối “${blockId}” ngày ${vietnamDay(from)}.`, {
      blockId,
      unitId,
      from,
    });
  }
}

/** What it would be corrected to is what stands on record. */
export class CorrectionChangesNothing extends DomainError {
  readonly code = 'unit.correction-changes-nothing';
  readonly kind = 'conflict';

  constructor() {
    super('Nội dung sửa trùng với điều đang ghi nhận.');
  }
}

/**
 * Who belonged to the block in the year enters results that were announced or published, or is what the unit's file of the year rests on:
 * `by` tells which.
 */
export class MembershipIsInUse extends DomainError {
  readonly code = 'unit.membership-is-in-use';
  readonly kind = 'conflict';

  constructor(blockId: string, unitId: string, year: number, by: 'results' | 'file') {
    const why =
      by === 'results'
        ? `kết quả năm ${year} của Khối đã dựa vào đó`
        : `hồ sơ năm ${year} của đơn vị đã mở trong Khối này`;
    super(`Không sửa được thời gian đơn vị “${unitId}” thuộc Khối “${blockId}” trong năm ${year}: ${why}.`, {
      blockId,
      unitId,
      year,
      by,
    });
  }
}

/** In words of the decrees. */
const kindNames: Readonly<Record<UnitChangeKind, string>> = {
  created: 'thành lập mới',
  merged: 'hợp nhất',
  absorbed: 'sáp nhập thêm',
  split: 'chia tách',
  'partial-transfer': 'tiếp nhận một phần',
  'level-change': 'đổi cấp',
  renaming: 'đổi tên',
  dissolution: 'giải thể',
};

/** No such change of the unit stands on record: nobody recorded it, or it was withdrawn since. */
export class ChangeNotOnRecord extends DomainError {
  readonly code = 'unit.change-is-not-on-record';
  readonly kind = 'not-found';

  constructor(unitId: string, { kind, effectiveOn, predecessorIds }: UnitChange) {
    const from = predecessorIds.length === 0 ? '' : ` từ ${predecessorIds.join(', ')}`;
    super(
      `Không có biến động ${kindNames[kind]} (${kind})${from} nào của đơn vị “${unitId}” có hiệu lực ngày ${vietnamDay(effectiveOn)}.`,
      { unitId, change: kind, effectiveOn },
    );
  }
}

/** Something was decided that rests on the change: whose result counts as last year's, or the results of a year. `by` tells which. */
export class ChangeIsInUse extends DomainError {
  readonly code = 'unit.change-is-in-use';
  readonly kind = 'conflict';

  constructor(unitId: string, { kind, effectiveOn }: UnitChange, year: number, by: 'ruling' | 'results') {
    const why =
      by === 'ruling'
        ? `đã có kết luận kế thừa cho năm ${year} nêu một đơn vị khác; hãy kết luận lại trước`
        : `kết quả năm ${year} được thông báo hoặc công bố sau khi ghi đã dựa vào biến động này`;
    super(
      `Không rút được biến động ${kindNames[kind]} (${kind}) ngày ${vietnamDay(effectiveOn)} của đơn vị “${unitId}”: ${why}.`,
      {
        unitId,
        change: kind,
        effectiveOn,
        year,
        by,
      },
    );
  }
}
