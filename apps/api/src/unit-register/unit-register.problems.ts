import { notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about the register of units. */
export const unitRegisterProblems: ProblemCatalogue = {
  'unit-register.unit-not-found': notFound('Không có đơn vị này', 'Kiểm tra mã đơn vị; tìm theo tên tại /units.'),
  'unit-register.block-not-found': notFound('Không có Khối này', 'Kiểm tra mã Khối; danh sách tại /rankings.'),
};
