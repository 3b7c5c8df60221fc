import { conflict, forbidden, invalid, notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about cases. */
export const caseworkProblems: ProblemCatalogue = {
  'casework.already-received': conflict(
    'Vụ việc đã được tiếp nhận',
    'Không cần tiếp nhận lại; nếu là vụ việc khác, dùng mã khác.',
  ),
  'casework.register-number-is-taken': conflict('Số vụ việc đã được tiếp nhận', 'Kiểm tra lại số trong sổ gốc.'),
  'casework.already-registered': conflict('Vụ việc đã vào sổ', 'Dùng số đã cấp: số không đổi được.'),
  'casework.register-number-is-invalid': invalid(
    'Số vụ việc không hợp lệ',
    'Chỉ ghi số của sổ gốc, không ghi tên người.',
  ),
  'casework.not-received': notFound('Chưa tiếp nhận vụ việc này', 'Kiểm tra mã vụ việc, đơn vị và năm.'),
  'casework.own-unit-handled': forbidden('Không xử lý vụ việc về đơn vị mình', 'Chuyển cho người ngoài đơn vị.'),
  'casework.already-answered': conflict('Vụ việc đã được trả lời', 'Không cần trả lời lại.'),
  'casework.is-closed': conflict('Vụ việc đã kết thúc', 'Muốn kết luận khác, tiếp nhận một vụ việc mới.'),
  'casework.date-does-not-fit': invalid('Ngày không hợp lệ', 'Kiểm tra lại ngày; "details" nêu ngày làm mốc.'),
  'casework.objections-are-not-taken': conflict(
    'Không nhận kiến nghị về điểm lúc này',
    'Gửi kiến nghị sau khi kết quả tạm thời được thông báo và trước hạn; khi đã có kết quả chính thức thì khiếu nại về điểm.',
  ),
  'casework.score-is-not-official': conflict(
    'Chưa có kết quả chính thức để khiếu nại',
    'Còn hạn kiến nghị thì gửi kiến nghị về kết quả tạm thời; chỉ khiếu nại về điểm khi đã có kết quả chính thức.',
  ),
  'casework.denunciation-text-refused': invalid('Không ghi nội dung tố cáo', 'Bỏ phần văn bản rồi gửi lại.'),
};
