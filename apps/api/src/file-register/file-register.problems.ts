import { notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about the course of files. */
export const fileRegisterProblems: ProblemCatalogue = {
  'file-register.file-not-found': notFound(
    'Đơn vị chưa có hồ sơ năm này',
    'Kiểm tra năm và mã đơn vị; hồ sơ được mở cho cả Khối tại /results/{năm}/{Khối}/opening.',
  ),
  'file-register.block-not-found': notFound('Không có Khối này', 'Kiểm tra mã Khối.'),
  'file-register.field-not-found': notFound(
    'Không có lĩnh vực này',
    'Dùng mã lĩnh vực của bộ tiêu chí gắn với năm; xem /periods/{năm} và /rulesets.',
  ),
};
