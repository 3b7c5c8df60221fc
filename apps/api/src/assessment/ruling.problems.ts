import { conflict, forbidden, invalid, type ProblemCatalogue } from '../http/problem';

/** Refusals about decisions on upheld cases that change points. */
export const rulingProblems: ProblemCatalogue = {
  'assessment.nothing-is-ruled': invalid('Điểm theo quyết định không khác', 'Chỉ ghi quyết định làm thay đổi điểm.'),
  'assessment.ruler-is-involved': forbidden('Người ghi quyết định có liên quan', 'Chuyển cho người không liên quan.'),
  'assessment.ruling-is-not-signed': invalid('Quyết định chưa ký', 'Ghi sau khi quyết định được ký.'),
  'assessment.ruling-precedes-conclusion': invalid(
    'Quyết định ký trước kết luận của vụ việc',
    'Kiểm tra ngày ký: không sớm hơn ngày kết thúc vụ việc nêu trong "details".',
  ),
  'assessment.case-is-not-upheld': conflict(
    'Chưa có kết luận là đúng',
    'Kết thúc kiến nghị hoặc khiếu nại với kết luận là đúng trước.',
  ),
  'assessment.case-concerns-another-component': conflict(
    'Vụ việc nói về tiêu chí khác',
    'Chọn tiêu chí thành phần nêu trong vụ việc.',
  ),
};
