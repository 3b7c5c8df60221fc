import { conflict, forbidden, invalid, notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about declarations, approval and submission. */
export const assessmentProblems: ProblemCatalogue = {
  'assessment.already-opened': conflict('Hồ sơ đánh giá đã được mở', 'Không cần mở lại.'),
  'assessment.not-opened': notFound('Hồ sơ đánh giá chưa được mở', 'Sở Nội vụ mở kỳ đánh giá của Khối trước.'),
  'assessment.unit-has-ended': conflict('Đơn vị đã kết thúc hoạt động', 'Ghi vào hồ sơ của đơn vị kế thừa.'),
  'assessment.is-locked': conflict('Hồ sơ đã nộp và bị khóa', 'Đề nghị người thẩm định trả lại hồ sơ nếu cần sửa.'),
  'assessment.submission-deadline-passed': conflict('Đã hết hạn nộp', 'Đề nghị Sở Nội vụ gia hạn, nêu rõ lý do.'),
  'assessment.deadlines-do-not-fit': invalid(
    'Hạn nộp không hợp lệ',
    'Chọn hạn nộp trước hạn thẩm định; hạn vào ngày nghỉ được dời đến hết ngày làm việc tiếp theo.',
  ),
  'assessment.unknown-component': invalid('Không có tiêu chí thành phần này', 'Dùng mã trong bộ tiêu chí của năm.'),
  'assessment.component-is-counted': invalid(
    'Tiêu chí do hệ thống tổng hợp',
    'Bỏ qua tiêu chí này; nếu số tổng hợp sai thì sửa phiếu điều tra hoặc vụ việc mà nó được tính từ đó.',
  ),
  'assessment.points-out-of-range': invalid('Điểm ngoài khoảng cho phép', 'Cho điểm trong khoảng nêu trong "details".'),
  'assessment.points-must-be-given': invalid('Cần tự cho điểm', 'Cho điểm ở "override" kèm lý do.'),
  'assessment.declarations-are-missing': conflict(
    'Chưa kê khai đủ',
    'Kê khai các tiêu chí thành phần còn thiếu rồi nộp.',
  ),
  'assessment.awaits-approval': conflict('Hồ sơ đang trình duyệt', 'Chờ thủ trưởng duyệt nộp hoặc trả lại.'),
  'assessment.approval-is-not-requested': conflict('Hồ sơ chưa trình duyệt', 'Cán bộ trình thủ trưởng duyệt trước.'),
  'assessment.approver-asked-for-approval': forbidden(
    'Người duyệt đã trình hồ sơ',
    'Để người khác duyệt nộp: người trình không tự duyệt.',
  ),
  'assessment.approver-entered-figures': forbidden(
    'Người duyệt đã nhập số liệu',
    'Để người khác duyệt nộp: người nhập không tự duyệt.',
  ),
  'assessment.extension-does-not-extend': invalid('Hạn mới không muộn hơn hạn cũ', 'Chọn thời điểm muộn hơn.'),
  'assessment.extension-is-of-nothing': invalid(
    'Chưa nêu tiêu chí được gia hạn',
    'Nêu các tiêu chí thành phần, hoặc bỏ "components" để gia hạn toàn bộ hồ sơ.',
  ),
  'assessment.evidence-is-missing': invalid(
    'Thiếu tài liệu kiểm chứng',
    'Bổ sung tài liệu, hoặc giải trình ở "explanation".',
  ),
  'assessment.evidence-is-empty': invalid('Tệp tài liệu rỗng', 'Tải lên tệp có nội dung.'),
  'assessment.evidence-is-too-late': invalid('Tài liệu ban hành sau năm đánh giá', 'Dùng tài liệu ban hành trong năm.'),
  'assessment.evidence-is-not-issued': invalid('Tài liệu chưa ban hành', 'Kiểm tra ngày ban hành; không ghi ngày tới.'),
  'assessment.evidence-is-repeated': invalid('Tài liệu nêu hai lần', 'Bỏ bớt một lần.'),
};
