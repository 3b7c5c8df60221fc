import { conflict, invalid, notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about units and blocks. */
export const unitProblems: ProblemCatalogue = {
  'unit.already-registered': conflict(
    'Đơn vị đã được đăng ký',
    'Dùng đơn vị đã có, hoặc chọn mã khác: mã đơn vị không bao giờ dùng lại.',
  ),
  'unit.not-registered': notFound('Chưa có đơn vị này', 'Kiểm tra mã đơn vị, hoặc đăng ký đơn vị trước.'),
  'unit.is-dissolved': conflict('Đơn vị đã giải thể', 'Kết quả cũ vẫn xem được; ghi nhận biến động ở đơn vị kế thừa.'),
  'unit.name-is-unchanged': conflict('Tên không thay đổi', 'Kiểm tra lại tên mới.'),
  'unit.change-is-out-of-order': invalid(
    'Ngày hiệu lực ngược thứ tự',
    'Chọn ngày không sớm hơn mốc đã ghi nhận nêu trong "details".',
  ),
  'unit.predecessors-do-not-fit': invalid(
    'Đơn vị tiền thân không phù hợp',
    'Sửa danh sách đơn vị tiền thân theo loại biến động.',
  ),
  'unit.share-does-not-fit': invalid(
    'Tỷ lệ nhận không phù hợp',
    'Ghi tỷ lệ chính xác theo văn bản: lớn hơn 0, không quá 1, hợp với loại biến động.',
  ),
  'unit.level-is-unchanged': conflict('Loại và cấp không thay đổi', 'Kiểm tra lại loại đơn vị và đơn vị cấp trên.'),
  'unit.parent-is-itself': invalid('Đơn vị cấp trên không phù hợp', 'Chọn đơn vị khác, hoặc bỏ trống.'),
  'unit.official-code-is-taken': conflict(
    'Mã định danh đã cấp cho đơn vị khác',
    'Kiểm tra lại mã; mã định danh không bao giờ dùng lại, kể cả khi đơn vị cũ đã giải thể.',
  ),
  'unit.official-code-is-invalid': invalid('Mã định danh không hợp lệ', 'Bỏ các ký tự khác rồi gửi lại.'),
  'unit.lineage-already-recorded': conflict('Biến động đã được ghi nhận', 'Không cần ghi lại.'),
  'unit.decree-is-not-signed': invalid('Văn bản chưa ký', 'Ghi nhận sau khi văn bản được ký; kiểm tra ngày ký.'),
  'unit.office-is-held': conflict('Chức vụ đang có người giữ', 'Ghi nhận người cũ thôi giữ chức trước.'),
  'unit.office-is-not-held': conflict('Người này không giữ chức vụ', 'Kiểm tra lại người và chức vụ.'),
  'unit.tenures-overlap': invalid(
    'Nhiệm kỳ chồng lấn',
    'Bắt đầu sau, hoặc kết thúc trước mốc nêu trong "details"; ngày cuối không sớm hơn ngày đầu.',
  ),
  'unit.predecessor-is-unrelated': conflict(
    'Đơn vị này không phải là tiền thân',
    'Ghi nhận biến động theo văn bản trước (kể cả ghi muộn), hoặc chọn đơn vị tiền thân khác.',
  ),
  'unit.nothing-to-take-over': invalid('Không có gì để tiếp nhận', 'Nêu đơn vị tiền thân, hoặc bỏ nội dung tiếp nhận.'),
  'unit.ruling-is-unchanged': conflict('Kết luận kế thừa không thay đổi', 'Không cần ghi lại.'),
  'unit.block-already-defined': conflict('Khối đã có', 'Dùng Khối đã có, hoặc chọn mã khác.'),
  'unit.block-not-defined': notFound('Chưa có Khối này', 'Kiểm tra mã Khối, hoặc lập Khối trước.'),
  'unit.already-in-block': conflict('Đơn vị đã thuộc Khối', 'Không cần ghi lại.'),
  'unit.not-in-block': conflict('Đơn vị không thuộc Khối', 'Kiểm tra lại đơn vị và Khối.'),
  'unit.memberships-overlap': invalid(
    'Thời gian thuộc Khối chồng lấn',
    'Bắt đầu sau, hoặc kết thúc trước mốc nêu trong "details"; ngày cuối không sớm hơn ngày đầu.',
  ),
  'unit.tenure-is-not-on-record': notFound(
    'Không có nhiệm kỳ này',
    'Xem nhiệm kỳ đang ghi nhận tại /units/{đơn vị}; nêu đúng người, chức vụ và ngày nhận chức.',
  ),
  'unit.membership-is-not-on-record': notFound(
    'Không có lần vào Khối này',
    'Xem thành viên của Khối tại /blocks/{Khối}/members; nêu đúng đơn vị và ngày vào Khối.',
  ),
  'unit.change-is-not-on-record': notFound(
    'Không có biến động này',
    'Xem biến động đang ghi nhận tại /units/{đơn vị} (chưa đến ngày hiệu lực: thêm ?on=); nêu đúng loại, ngày hiệu lực và các đơn vị tiền thân.',
  ),
  'unit.correction-changes-nothing': conflict('Nội dung sửa không thay đổi gì', 'Kiểm tra lại người và ngày.'),
  'unit.membership-is-in-use': conflict(
    'Năm này đã dựa vào thành viên của Khối',
    'Điều mà kết quả đã dựa vào thì giữ nguyên; hồ sơ đã mở thì giữ đơn vị trong Khối ít nhất một ngày của năm nêu trong "details".',
  ),
  'unit.change-is-in-use': conflict(
    'Đã có quyết định dựa trên biến động này',
    'Kết luận kế thừa thì kết luận lại trước; điều mà kết quả đã dựa vào thì giữ nguyên, ghi nhận biến động mới cho đúng từ nay về sau.',
  ),
};
