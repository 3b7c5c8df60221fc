import { notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about score sheets. */
export const scorecardProblems: ProblemCatalogue = {
  'scorecard.unit-score-not-found': notFound(
    'Không có phiếu điểm',
    'Kiểm tra đơn vị và năm; hồ sơ phải được mở trước.',
  ),
};
