import { conflict, invalid, notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about survey batches. */
export const surveyProblems: ProblemCatalogue = {
  'survey.batch-already-recorded': conflict('Đợt phiếu đã được nhập', 'Chọn tên đợt khác: tên đợt không dùng lại.'),
  'survey.source-already-recorded': conflict(
    'Nội dung nguồn đã được nhập',
    'Kiểm tra lại tệp: mỗi phiếu chỉ tính một lần.',
  ),
  'survey.batch-size-out-of-range': invalid('Số phiếu của đợt không hợp lệ', 'Chia thành các đợt từ 1 đến 500 phiếu.'),
  'survey.questions-do-not-fit': invalid(
    'Danh sách câu hỏi không hợp lệ',
    'Dùng mã câu hỏi của bộ tiêu chí, mỗi mã một lần.',
  ),
  'survey.response-is-invalid': invalid('Phiếu không hợp lệ', 'Sửa phiếu nêu trong "details" rồi gửi lại cả đợt.'),
  'survey.batch-not-recorded': notFound('Không có đợt phiếu này', 'Kiểm tra tên cuộc điều tra và tên đợt.'),
  'survey.batch-already-withdrawn': conflict('Đợt phiếu đã được rút', 'Không cần rút lại.'),
};
