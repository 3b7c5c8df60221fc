import { conflict, forbidden, invalid, notFound, type ProblemCatalogue } from '../http/problem';

const reload = 'Tải lại hồ sơ, xem số liệu hiện hành rồi quyết định lại.';

/** Refusals about declarations, submission and appraisal. */
export const assessmentProblems: ProblemCatalogue = {
  'assessment.already-opened': conflict('Hồ sơ đánh giá đã được mở', 'Không cần mở lại.'),
  'assessment.not-opened': notFound('Hồ sơ đánh giá chưa được mở', 'Sở Nội vụ mở kỳ đánh giá của Khối trước.'),
  'assessment.is-locked': conflict('Hồ sơ đã nộp và bị khóa', 'Đề nghị người thẩm định trả lại hồ sơ nếu cần sửa.'),
  'assessment.submission-deadline-passed': conflict('Đã hết hạn nộp', 'Đề nghị Sở Nội vụ gia hạn, nêu rõ lý do.'),
  'assessment.deadlines-do-not-fit': invalid('Hạn nộp không hợp lệ', 'Chọn hạn nộp trước hạn thẩm định.'),
  'assessment.unknown-component': invalid('Không có tiêu chí thành phần này', 'Dùng mã trong bộ tiêu chí của năm.'),
  'assessment.component-is-counted': invalid(
    'Tiêu chí do hệ thống tổng hợp',
    'Không kê khai; hệ thống tự tính từ sự việc.',
  ),
  'assessment.points-out-of-range': invalid('Điểm ngoài khoảng cho phép', 'Cho điểm trong khoảng nêu trong "details".'),
  'assessment.points-must-be-given': invalid('Cần tự cho điểm', 'Cho điểm ở "override" kèm lý do.'),
  'assessment.declarations-are-missing': invalid(
    'Chưa kê khai đủ',
    'Kê khai các tiêu chí thành phần còn thiếu rồi nộp.',
  ),
  'assessment.approver-entered-figures': forbidden(
    'Người duyệt đã nhập số liệu',
    'Người khác duyệt nộp: người nhập không tự duyệt.',
  ),
  'assessment.extension-does-not-extend': invalid('Hạn mới không muộn hơn hạn cũ', 'Chọn thời điểm muộn hơn.'),
  'assessment.evidence-is-missing': invalid(
    'Thiếu tài liệu kiểm chứng',
    'Bổ sung tài liệu, hoặc giải trình ở "explanation".',
  ),
  'assessment.evidence-is-empty': invalid('Tệp tài liệu rỗng', 'Tải lên tệp có nội dung.'),
  'assessment.evidence-is-too-late': invalid('Tài liệu ban hành sau năm đánh giá', 'Dùng tài liệu ban hành trong năm.'),
  'assessment.evidence-is-not-issued': invalid('Tài liệu chưa ban hành', 'Kiểm tra ngày ban hành; không ghi ngày tới.'),
  'assessment.evidence-is-repeated': invalid('Tài liệu nêu hai lần', 'Bỏ bớt một lần.'),
  'assessment.not-submitted': conflict('Hồ sơ chưa nộp', 'Chờ đơn vị nộp hồ sơ.'),
  'assessment.appraisal-is-closed': conflict('Việc thẩm định đã kết thúc', 'Hồ sơ không sửa được nữa ở bước này.'),
  'assessment.appraisal-deadline-passed': conflict('Đã hết hạn thẩm định', 'Đề nghị Sở Nội vụ xem xét.'),
  'assessment.own-unit-appraised': forbidden('Không thẩm định đơn vị mình', 'Chuyển cho người thẩm định khác.'),
  'assessment.appraiser-entered-figures': forbidden(
    'Người thẩm định đã nhập số liệu',
    'Chuyển cho người thẩm định khác.',
  ),
  'assessment.round-out-of-order': invalid('Sai vòng thẩm định', 'Dùng số vòng nêu trong "details".'),
  'assessment.component-is-not-declared': conflict('Tiêu chí chưa được kê khai', 'Trả lại hồ sơ để đơn vị kê khai.'),
  'assessment.already-appraised': conflict('Tiêu chí đã được thẩm định trong vòng này', reload),
  'assessment.points-have-changed': conflict('Điểm đã thay đổi kể từ khi xem', reload),
  'assessment.nothing-is-adjusted': invalid('Điểm không khác', 'Chọn đồng ý thay vì điều chỉnh.'),
  'assessment.not-applicable-is-refused': invalid(
    'Quy tắc không cho phép "không áp dụng"',
    'Cho điểm trong khoảng của tiêu chí.',
  ),
  'assessment.appraisal-is-not-closed': conflict('Việc thẩm định chưa kết thúc', 'Người thẩm định kết thúc trước.'),
  'assessment.nothing-is-ruled': invalid('Điểm theo quyết định không khác', 'Chỉ ghi quyết định làm thay đổi điểm.'),
  'assessment.ruler-is-involved': forbidden('Người ghi quyết định có liên quan', 'Chuyển cho người không liên quan.'),
  'assessment.ruling-is-not-signed': invalid('Quyết định chưa ký', 'Ghi sau khi quyết định được ký.'),
  'assessment.case-is-not-upheld': conflict(
    'Chưa có kết luận là đúng',
    'Kết thúc kiến nghị hoặc khiếu nại với kết luận là đúng trước.',
  ),
  'assessment.case-concerns-another-component': conflict(
    'Vụ việc nói về tiêu chí khác',
    'Chọn tiêu chí thành phần nêu trong vụ việc.',
  ),
  'assessment.appraisals-are-missing': conflict('Chưa thẩm định đủ', 'Thẩm định các tiêu chí thành phần còn thiếu.'),
};
