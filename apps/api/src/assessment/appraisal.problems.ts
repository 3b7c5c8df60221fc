import { conflict, forbidden, invalid, notFound, type ProblemCatalogue } from '../http/problem';

const reload = 'Tải lại hồ sơ, xem số liệu hiện hành rồi quyết định lại.';

/** Refusals about appraisal: words on components, rounds, fields, explanations. */
export const appraisalProblems: ProblemCatalogue = {
  'assessment.not-submitted': conflict('Hồ sơ chưa nộp', 'Chờ đơn vị nộp hồ sơ.'),
  'assessment.appraisal-is-closed': conflict(
    'Việc thẩm định đã kết thúc',
    'Điểm chỉ còn thay đổi theo quyết định của Hội đồng, hoặc qua kiến nghị, khiếu nại về điểm.',
  ),
  'assessment.appraisal-deadline-passed': conflict('Đã hết hạn thẩm định', 'Đề nghị Sở Nội vụ gia hạn, nêu rõ lý do.'),
  'assessment.own-unit-appraised': forbidden('Không thẩm định đơn vị mình', 'Chuyển cho người thẩm định khác.'),
  'assessment.appraiser-entered-figures': forbidden(
    'Người thẩm định đã nhập số liệu, trình, duyệt hoặc giải trình',
    'Chuyển cho người thẩm định khác.',
  ),
  'assessment.round-out-of-order': conflict('Sai vòng thẩm định', 'Dùng số vòng nêu trong "details".'),
  'assessment.component-is-not-declared': conflict('Tiêu chí chưa được kê khai', 'Trả lại hồ sơ để đơn vị kê khai.'),
  'assessment.already-appraised': conflict(
    'Tiêu chí đã được thẩm định trong vòng này',
    'Tải lại hồ sơ; muốn sửa điểm đã cho trong vòng này thì ghi là đính chính ("correction").',
  ),
  'assessment.points-have-changed': conflict('Điểm đã thay đổi kể từ khi xem', reload),
  'assessment.nothing-is-adjusted': invalid('Điểm không khác', 'Chọn đồng ý thay vì điều chỉnh.'),
  'assessment.not-applicable-is-refused': invalid(
    'Quy tắc không cho phép "không áp dụng"',
    'Cho điểm trong khoảng của tiêu chí.',
  ),
  'assessment.appraisals-are-missing': conflict('Chưa thẩm định đủ', 'Thẩm định các tiêu chí thành phần còn thiếu.'),
  'assessment.unknown-field': invalid('Không có lĩnh vực này', 'Dùng mã lĩnh vực trong bộ tiêu chí của năm.'),
  'assessment.nothing-to-appraise': invalid('Không có gì để kết thúc', 'Chọn lĩnh vực, cơ quan chủ trì có tiêu chí.'),
  'assessment.field-is-closed': conflict('Lĩnh vực đã kết thúc vòng này', 'Thẩm định ở vòng sau nếu cần xem lại.'),
  'assessment.round-is-open': conflict('Vòng trước chưa kết thúc', 'Kết thúc lĩnh vực ở vòng hiện tại trước.'),
  'assessment.field-is-in-another-round': conflict('Lĩnh vực đang ở vòng khác', reload),
  'assessment.fields-are-not-closed': conflict('Còn lĩnh vực chưa kết thúc', 'Kết thúc các lĩnh vực còn lại.'),
  'assessment.answer-deadline-does-not-fit': invalid(
    'Hạn giải trình không hợp lệ',
    'Chọn hạn trong "details"; hạn vào ngày nghỉ được dời đến hết ngày làm việc tiếp theo.',
  ),
  'assessment.explanation-already-asked': conflict('Mã yêu cầu giải trình đã dùng', 'Dùng mã khác.'),
  'assessment.explanation-is-unknown': notFound('Không có yêu cầu giải trình này', 'Kiểm tra lại mã.'),
  'assessment.explanation-already-given': conflict('Đã giải trình', 'Chờ người thẩm định yêu cầu thêm nếu cần.'),
  'assessment.explanation-deadline-passed': conflict('Đã hết hạn giải trình', 'Đề nghị người thẩm định yêu cầu lại.'),
  'assessment.explanation-is-awaited': conflict(
    'Còn chờ đơn vị giải trình',
    'Chờ trả lời, hoặc đến hết hạn giải trình.',
  ),
  'assessment.agency-is-not-yours': forbidden(
    'Phần của cơ quan chủ trì khác',
    'Để cơ quan chủ trì nêu trong "details" kết thúc phần của mình.',
  ),
  'assessment.field-is-not-yours': forbidden('Ngoài phần được giao', 'Chuyển cho người được giao lĩnh vực này.'),
};
