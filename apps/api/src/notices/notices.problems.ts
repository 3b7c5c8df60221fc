import { notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about notices. */
export const noticesProblems: ProblemCatalogue = {
  'notices.unit-not-known': notFound('Không có đơn vị này', 'Kiểm tra mã đơn vị.'),
};
