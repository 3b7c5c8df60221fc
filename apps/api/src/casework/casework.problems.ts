import { conflict, forbidden, invalid, notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about cases. */
export const caseworkProblems: ProblemCatalogue = {
  'casework.already-received': conflict('Vụ việc đã được tiếp nhận', 'Không cần tiếp nhận lại.'),
  'casework.register-number-is-taken': conflict('Số vụ việc đã được tiếp nhận', 'Kiểm tra lại số trong sổ gốc.'),
  'casework.already-registered': conflict('Vụ việc đã vào sổ', 'Số đã cấp không đổi.'),
  'casework.register-number-is-invalid': invalid(
    'Số vụ việc không hợp lệ',
    'Chỉ ghi số của sổ gốc, không ghi tên người.',
  ),
  'casework.not-received': notFound('Chưa tiếp nhận vụ việc này', 'Kiểm tra mã vụ việc, đơn vị và năm.'),
  'casework.own-unit-handled': forbidden('Không xử lý vụ việc về đơn vị mình', 'Người ngoài đơn vị xử lý vụ việc.'),
  'casework.already-answered': conflict('Vụ việc đã được trả lời', 'Không cần trả lời lại.'),
  'casework.is-closed': conflict('Vụ việc đã kết thúc', 'Kết luận khác là một vụ việc khác.'),
  'casework.date-does-not-fit': invalid(
    'Ngày không hợp lệ',
    'Chọn ngày không sớm hơn mốc nêu trong "detail" và không sau hôm nay.',
  ),
  'casework.objections-are-not-taken': conflict(
    'Không nhận kiến nghị về điểm lúc này',
    'Chỉ kiến nghị sau khi thông báo kết quả tạm thời và trước hạn; sau đó hãy khiếu nại.',
  ),
  'casework.denunciation-text-refused': invalid(
    'Không ghi nội dung tố cáo',
    'Bỏ phần văn bản: tố cáo chỉ ghi số, tình trạng, kết quả.',
  ),
};
