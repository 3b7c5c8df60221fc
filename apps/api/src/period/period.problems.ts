import { conflict, invalid, notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about assessment years. */
export const periodProblems: ProblemCatalogue = {
  'period.already-opened': conflict(
    'Kỳ đánh giá đã được mở',
    'Bộ tiêu chí và thời hạn đã chốt; gia hạn cho từng đơn vị nếu cần.',
  ),
  'period.not-opened': notFound('Kỳ đánh giá chưa được mở', 'Mở kỳ đánh giá trước.'),
  'period.deadlines-out-of-order': invalid('Thời hạn ngược thứ tự', 'Chọn hạn thẩm định sau hạn nộp.'),
  'period.deadlines-have-passed': invalid('Thời hạn đã qua', 'Chọn hạn nộp và hạn thẩm định sau hiện tại.'),
  'period.blocks-do-not-fit': invalid('Danh sách Khối không hợp lệ', 'Nêu ít nhất một Khối, mỗi Khối một lần.'),
  'period.ruleset-not-in-force': invalid(
    'Bộ tiêu chí chưa có hiệu lực',
    'Chọn phiên bản có hiệu lực trong năm đánh giá.',
  ),
  'period.block-already-skipped': conflict('Khối đã được ghi nhận không đánh giá', 'Không cần ghi lại.'),
};
