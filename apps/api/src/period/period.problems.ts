import { conflict, invalid, notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about assessment years. */
export const periodProblems: ProblemCatalogue = {
  'period.already-opened': conflict('Kỳ đánh giá đã được mở', 'Nếu cần thêm thời gian, gia hạn cho từng đơn vị.'),
  'period.not-opened': notFound(
    'Kỳ đánh giá chưa được mở',
    'Kiểm tra năm (các năm đã mở: /periods), hoặc mở kỳ đánh giá trước.',
  ),
  'period.deadlines-out-of-order': invalid('Thời hạn ngược thứ tự', 'Chọn hạn thẩm định sau hạn nộp.'),
  'period.deadline-is-before-its-year': invalid(
    'Thời hạn trước khi năm đánh giá bắt đầu',
    'Chọn thời điểm sau khi năm đánh giá bắt đầu.',
  ),
  'period.deadlines-have-passed': invalid('Thời hạn đã qua', 'Chọn hạn nộp và hạn thẩm định sau hiện tại.'),
  'period.blocks-do-not-fit': invalid('Danh sách Khối không hợp lệ', 'Nêu ít nhất một Khối, mỗi Khối một lần.'),
  'period.ruleset-not-in-force': invalid(
    'Bộ tiêu chí chưa có hiệu lực',
    'Chọn phiên bản có hiệu lực trong năm đánh giá.',
  ),
  'period.calendar-is-not-recorded': notFound(
    'Chưa có lịch làm việc',
    'Kiểm tra năm (các năm đã ghi: /working-calendars), hoặc ghi lịch của năm đó.',
  ),
  'period.calendar-already-recorded': conflict(
    'Lịch làm việc đã được ghi',
    'Giữ lịch đã ghi, hoặc gửi lại kèm "reason".',
  ),
  'period.calendar-is-unchanged': conflict('Lịch làm việc không thay đổi', 'Không cần ghi lại.'),
  'period.holiday-does-not-fit': invalid('Ngày nghỉ không hợp lệ', 'Sửa ngày đầu, ngày cuối nêu trong "details".'),
  'period.holiday-is-missing': invalid(
    'Lịch nghỉ thiếu ngày lễ, tết',
    'Bổ sung ngày nghỉ nêu trong "details" theo thông báo chính thức.',
  ),
  'period.made-up-day-does-not-fit': invalid(
    'Ngày làm bù không hợp lệ',
    'Chỉ ghi thứ Bảy hoặc Chủ nhật trong năm, không trùng ngày nghỉ, mỗi ngày một lần.',
  ),
  'period.block-already-skipped': conflict('Khối đã được ghi nhận không đánh giá', 'Không cần ghi lại.'),
  'period.block-is-under-way': conflict(
    'Khối đã mở hồ sơ hoặc đã có kết quả',
    'Hoàn tất đánh giá và công bố; chỉ Khối chưa mở hồ sơ, chưa có kết quả mới được ghi không đánh giá.',
  ),
};
