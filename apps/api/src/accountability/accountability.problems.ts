import { notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about proposals. */
export const accountabilityProblems: ProblemCatalogue = {
  'accountability.unit-not-known': notFound('Không có đơn vị này', 'Kiểm tra mã đơn vị.'),
  'accountability.block-not-known': notFound('Không có Khối này', 'Kiểm tra mã Khối; danh sách tại /rankings.'),
};
