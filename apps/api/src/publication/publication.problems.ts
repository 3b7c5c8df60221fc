import { conflict, forbidden, invalid, type ProblemCatalogue } from '../http/problem';

/** Refusals about opening, announcing, publishing, correcting and importing. */
export const publicationProblems: ProblemCatalogue = {
  'publication.results-already-recorded': conflict(
    'Kết quả đã được ghi nhận',
    'Muốn sửa kết quả đã công bố thì đính chính.',
  ),
  'publication.not-announced': conflict('Chưa thông báo kết quả tạm thời', 'Thông báo và chờ hết hạn kiến nghị.'),
  'publication.objection-window-is-open': conflict('Còn trong hạn kiến nghị', 'Chờ hết hạn kiến nghị rồi công bố.'),
  'publication.objection-window-is-past': invalid('Hạn kiến nghị đã qua', 'Chọn thời điểm sau hiện tại.'),
  'publication.objection-window-is-too-short': invalid(
    'Hạn kiến nghị quá ngắn',
    'Chọn thời điểm muộn hơn; "details" nêu số giờ tối thiểu.',
  ),
  'publication.objections-are-open': conflict(
    'Còn kiến nghị chưa giải quyết',
    'Giải quyết mọi kiến nghị nêu trong "details".',
  ),
  'publication.objections-are-not-ruled': conflict(
    'Kiến nghị được chấp nhận chưa có quyết định về điểm',
    'Ghi quyết định về điểm theo từng kiến nghị nêu trong "details".',
  ),
  'publication.figures-have-changed': conflict(
    'Kết quả đã khác kết quả tạm thời được thông báo',
    'Thông báo lại kết quả tạm thời và chờ hết hạn kiến nghị; các đơn vị nêu trong "details".',
  ),
  'publication.nothing-is-official': conflict(
    'Không có kết quả chính thức để đính chính',
    'Công bố kết quả trước; kết quả nhập từ nguồn khác thì đính chính ở nơi đã công bố.',
  ),
  'publication.nothing-differs': conflict(
    'Không có gì để đính chính',
    'Không cần đính chính; nếu điểm phải khác, ghi quyết định về điểm trước.',
  ),
  'publication.year-is-not-open': conflict('Kỳ đánh giá chưa được mở', 'Mở kỳ đánh giá trước.'),
  'publication.block-is-not-assessed': conflict('Khối không được đánh giá', 'Kiểm tra kỳ đánh giá của Khối.'),
  'publication.block-has-no-members': conflict('Khối không có đơn vị', 'Ghi nhận đơn vị thuộc Khối trong năm.'),
  'publication.no-file-is-open': conflict('Chưa mở hồ sơ nào của Khối', 'Mở hồ sơ của các đơn vị trong Khối trước.'),
  'publication.members-are-assessed-elsewhere': conflict(
    'Đơn vị được đánh giá ở Khối khác',
    'Kiểm tra từng đơn vị thuộc Khối nào, đối chiếu Khối nêu trong "details"; mỗi năm một đơn vị chỉ có một hồ sơ.',
  ),
  'publication.results-are-not-ready': conflict(
    'Chưa đủ điều kiện công bố',
    'Xem từng đơn vị và lý do trong "details"; hoàn tất hồ sơ, hoặc chờ đến hạn ghi ở đó.',
  ),
  'publication.publisher-appraised': forbidden(
    'Người công bố đã thẩm định hoặc quyết định điểm',
    'Để người khác công bố.',
  ),
  'publication.decision-is-not-signed': invalid('Quyết định chưa ký', 'Công bố sau khi quyết định được ký.'),
  'publication.decision-is-too-early': invalid(
    'Quyết định ký trước căn cứ của nó',
    'Kiểm tra ngày ký: không sớm hơn ngày nêu trong "details".',
  ),
  'publication.results-are-too-large': invalid('Kết quả quá lớn', 'Chia Khối thành các Khối nhỏ hơn.'),
  'publication.stream-is-unreadable': conflict('Không đọc được lịch sử', 'Báo quản trị viên, kèm "details".'),
  'publication.imported-year-is-open': conflict(
    'Năm nhập đang được đánh giá ở đây',
    'Chỉ nhập kết quả của năm không mở kỳ đánh giá cho Khối.',
  ),
  'publication.imported-year-is-not-over': invalid('Năm nhập chưa kết thúc', 'Chỉ nhập kết quả của năm đã qua.'),
  'publication.imported-row-is-invalid': invalid('Dữ liệu nhập không hợp lệ', 'Sửa dòng nêu trong "details".'),
  'publication.source-address-is-invalid': invalid('Địa chỉ nguồn không hợp lệ', 'Ghi đầy đủ https://…'),
};
