import { conflict, forbidden, invalid, type ProblemCatalogue } from '../http/problem';

/** Refusals about opening, publishing and importing. */
export const publicationProblems: ProblemCatalogue = {
  'publication.results-already-recorded': conflict('Kết quả đã được ghi nhận', 'Kết quả đã công bố không công bố lại.'),
  'publication.year-is-not-open': conflict('Kỳ đánh giá chưa được mở', 'Mở kỳ đánh giá trước.'),
  'publication.block-is-not-assessed': conflict('Khối không được đánh giá', 'Kiểm tra kỳ đánh giá của Khối.'),
  'publication.block-has-no-members': conflict('Khối không có đơn vị', 'Ghi nhận đơn vị thuộc Khối trong năm.'),
  'publication.members-are-assessed-elsewhere': conflict(
    'Đơn vị được đánh giá ở Khối khác',
    'Kiểm tra đơn vị thuộc Khối nào; mỗi năm một đơn vị chỉ có một hồ sơ.',
  ),
  'publication.results-are-not-ready': conflict('Chưa đủ điều kiện công bố', 'Hoàn tất các hồ sơ nêu trong "details".'),
  'publication.publisher-appraised': forbidden('Người công bố đã thẩm định', 'Người khác công bố: không tự công bố.'),
  'publication.decision-is-not-signed': invalid('Quyết định chưa ký', 'Công bố sau khi quyết định được ký.'),
  'publication.results-are-too-large': invalid('Kết quả quá lớn', 'Chia Khối thành các Khối nhỏ hơn.'),
  'publication.stream-is-unreadable': conflict('Không đọc được lịch sử', 'Báo quản trị viên, kèm "details".'),
  'publication.imported-row-is-invalid': invalid('Dữ liệu nhập không hợp lệ', 'Sửa dòng nêu trong "details".'),
  'publication.source-address-is-invalid': invalid('Địa chỉ nguồn không hợp lệ', 'Ghi đầy đủ https://…'),
};
