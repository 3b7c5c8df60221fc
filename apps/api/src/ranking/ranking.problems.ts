import { notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about rankings. */
export const rankingProblems: ProblemCatalogue = {
  'ranking.not-found': notFound('Không có xếp hạng này', 'Kiểm tra năm và Khối; danh sách tại /rankings.'),
  'ranking.no-results-then': notFound('Lúc đó chưa có kết quả', 'Chọn thời điểm sau khi công bố.'),
  'ranking.unit-not-found': notFound('Không có đơn vị này', 'Kiểm tra mã đơn vị.'),
};
