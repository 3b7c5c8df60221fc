import { conflict, invalid, notFound, type ProblemCatalogue, unavailable } from './problem';

/** Refusals that any feature may answer with: input of a wrong form, the log, the read models, the rules. */
export const sharedProblems: ProblemCatalogue = {
  'input.year-out-of-range': invalid('Năm không hợp lệ', 'Kiểm tra lại năm.'),
  'input.date-does-not-exist': invalid('Ngày không có thật', 'Viết ngày dạng 2024-01-31.'),
  'input.instant-does-not-exist': invalid(
    'Thời điểm không hợp lệ',
    'Viết thời điểm UTC dạng 2024-01-31T16:59:59.999Z.',
  ),
  'input.identifier-is-invalid': invalid('Mã không hợp lệ', 'Sửa mã rồi gửi lại.'),
  'input.text-is-invalid': invalid('Văn bản không hợp lệ', 'Sửa văn bản rồi gửi lại.'),
  'input.number-is-invalid': invalid(
    'Số không hợp lệ',
    'Viết phần thập phân sau dấu chấm, phân số bằng dấu gạch chéo.',
  ),
  'input.digest-is-invalid': invalid('Mã băm không hợp lệ', 'Tính lại mã băm của tệp rồi gửi lại.'),
  'calendar.year-is-not-recorded': conflict(
    'Chưa ghi lịch làm việc của năm',
    'Nhập lịch theo văn bản về ngày nghỉ của năm đó, tại /working-calendars.',
  ),
  'ruleset.unknown-ruleset': notFound('Không có bộ tiêu chí này', 'Kiểm tra mã, phiên bản và mã băm của bộ tiêu chí.'),
  'ruleset.invalid-ruleset': invalid('Bộ tiêu chí không hợp lệ', 'Sửa bộ tiêu chí rồi nạp lại.'),
  'ruleset.duplicate-ruleset': conflict('Hai bộ tiêu chí cùng tên và phiên bản', 'Tăng phiên bản của bộ tiêu chí mới.'),
  'ruleset.invalid-rule-input': invalid(
    'Kê khai không hợp với quy tắc chấm điểm',
    'Kê khai theo loại số liệu mà quy tắc cần.',
  ),
  'event-store.concurrent-change': conflict(
    'Có người khác vừa ghi vào cùng hồ sơ',
    'Xem lại số liệu mới nhất rồi gửi lại.',
  ),
  'event-store.command-id-reused': invalid(
    'Idempotency-Key đã dùng cho một thao tác khác',
    'Chưa có gì được ghi. Chỉ giữ nguyên UUID khi gửi lại đúng thao tác cũ của chính mình.',
  ),
  'read-store.behind': unavailable(
    'Số liệu chưa cập nhật tới vị trí được yêu cầu',
    'Chờ số giây nêu trong tiêu đề Retry-After rồi hỏi lại, hoặc bỏ tham số "after".',
  ),
  'read-store.another-version': unavailable(
    'Số liệu đang được dựng cho phiên bản mới của chương trình',
    'Chờ số giây nêu trong tiêu đề Retry-After rồi hỏi lại.',
  ),
  'read-store.quarantined': unavailable('Một phần số liệu đang tạm dừng', 'Báo quản trị viên kèm "details".'),
};
