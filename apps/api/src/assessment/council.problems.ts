import { conflict, forbidden, invalid, type ProblemCatalogue } from '../http/problem';

const another = 'Để người khác ghi quyết định của Hội đồng.';

/** Refusals about decisions of the appraisal council. */
export const councilProblems: ProblemCatalogue = {
  'assessment.appraisal-is-not-closed': conflict('Chưa kết thúc thẩm định', 'Chờ kết thúc thẩm định hồ sơ.'),
  'assessment.points-are-ruled': conflict(
    'Đã có điểm theo quyết định về vụ việc',
    'Ghi quyết định khác về vụ việc nếu cần.',
  ),
  'assessment.results-are-recorded': conflict(
    'Đã có kết quả chính thức',
    'Từ đây điểm chỉ thay đổi theo quyết định về khiếu nại; sau đó đính chính kết quả.',
  ),
  'assessment.council-time-is-over': conflict(
    'Đã hết hạn kiến nghị về kết quả tạm thời',
    'Thông báo lại kết quả tạm thời; trong hạn kiến nghị mới, Hội đồng quyết định được.',
  ),
  'assessment.votes-are-invalid': invalid('Số phiếu không hợp lệ', 'Ghi số nguyên từ 0 trở lên.'),
  'assessment.decision-is-not-carried': invalid(
    'Quyết định không được thông qua',
    'Kiểm tra số phiếu trong biên bản; chỉ ghi quyết định có phiếu thuận nhiều hơn phiếu chống.',
  ),
  'assessment.council-has-not-met': invalid('Ngày họp chưa đến', 'Kiểm tra ngày họp trong biên bản.'),
  'assessment.own-unit-decided': forbidden('Không quyết định cho đơn vị mình', another),
  'assessment.council-entered-figures': forbidden('Người ghi đã nhập số liệu, trình, duyệt hoặc giải trình', another),
  'assessment.council-appraised': forbidden('Người ghi đã thẩm định tiêu chí này', another),
};
