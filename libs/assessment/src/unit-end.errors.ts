import { DomainError, type LocalDate, vietnamDay } from '@app/kernel';

/** The unit ended within the file's year or before: its file stays as far as it came. */
export class UnitHasEnded extends DomainError {
  readonly code = 'assessment.unit-has-ended';
  readonly kind = 'conflict';

  constructor(year: number, unitId: string, endedOn: LocalDate) {
    super(
      `Đơn vị “${unitId}” đã kết thúc hoạt động từ ngày ${vietnamDay(endedOn)}: hồ sơ năm ${year} được giữ nguyên, không ghi thêm.`,
      { year, unitId, endedOn },
    );
  }
}
