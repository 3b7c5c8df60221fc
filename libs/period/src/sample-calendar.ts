import type { DataOf } from '@app/kernel';
import type { workingCalendarRecorded } from './calendar.events';

/**
 * A calendar for demonstrations and tests, labelled so (mẫu): the fixed holidays are those of the law; the lunar ones stand on invented
 * days, for those of a real year are told by a document.
 */
export function sampleCalendar(year: number): DataOf<typeof workingCalendarRecorded> {
  const day = (name: string, from: string, until = from) => ({
    name,
    from: `${year}-${from}`,
    until: `${year}-${until}`,
  });
  return {
    year,
    holidays: [
      day('Tết Dương lịch', '01-01'),
      day('Tết Nguyên đán (ngày mẫu)', '02-01', '02-05'),
      day('Giỗ Tổ Hùng Vương (ngày mẫu)', '04-10'),
      day('Ngày Chiến thắng và ngày Quốc tế lao động', '04-30', '05-01'),
      day('Quốc khánh', '09-02', '09-03'),
    ],
    workingDays: [],
    source: 'Lịch mẫu, không phải lịch nghỉ chính thức',
    reason: null,
  };
}
