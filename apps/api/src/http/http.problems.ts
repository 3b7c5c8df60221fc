import type { ProblemCatalogue } from './problem';

/** Problems of the edge itself: the request never reached a business rule, or the service could not answer. */
export const httpProblems = {
  'http.malformed-json': {
    status: 400,
    title: 'Nội dung gửi lên không phải JSON hợp lệ',
    mend: 'Kiểm tra dấu ngoặc, dấu phẩy và bảng mã UTF-8 của nội dung rồi gửi lại.',
  },
  'http.invalid-request': {
    status: 400,
    title: 'Yêu cầu chưa đúng khuôn dạng',
    mend: 'Sửa từng trường nêu trong "errors" rồi gửi lại.',
  },
  'http.idempotency-key-required': {
    status: 400,
    title: 'Thiếu hoặc sai Idempotency-Key',
    mend: 'Gửi tiêu đề Idempotency-Key là một UUID mới cho mỗi thao tác; gửi lại cùng một thao tác thì giữ nguyên UUID đó.',
  },
  'http.unauthenticated': {
    status: 401,
    title: 'Chưa xác định được tài khoản',
    mend: 'Gửi tiêu đề Authorization: Bearer <mã truy cập> của tài khoản cá nhân.',
  },
  'http.step-up-required': {
    status: 401,
    title: 'Cần xác thực lại trước khi làm việc này',
    mend: 'Mở /auth/sign-in?issuer=<nơi cấp danh tính>&stepUp=true&returnTo=<trang đang mở> để xác thực lại, rồi gửi lại với cùng Idempotency-Key. Chương trình: lấy mã truy cập mới theo max_age và acr_values trong tiêu đề WWW-Authenticate (RFC 9470).',
  },
  'http.forbidden': {
    status: 403,
    title: 'Tài khoản không có quyền làm việc này',
    mend: 'Dùng tài khoản có vai trò nêu trong "detail".',
  },
  'http.draft-is-not-shown': {
    status: 403,
    title: 'Hồ sơ chưa nộp',
    mend: 'Chờ đơn vị nộp hồ sơ; tiến độ các hồ sơ xem tại /assessments/{năm}.',
  },
  'http.sign-in-failed': {
    status: 401,
    title: 'Đăng nhập không thành công',
    mend: 'Đăng nhập lại từ đầu; nếu vẫn không được, báo cho quản trị kèm "correlationId".',
  },
  'http.no-session': {
    status: 409,
    title: 'Không có phiên đăng nhập',
    mend: 'Chỉ phiên đăng nhập bằng trình duyệt mới cần đăng xuất.',
  },
  'http.unknown-account': {
    status: 403,
    title: 'Tài khoản chưa được cấp quyền',
    mend: 'Đề nghị Sở Nội vụ cấp quyền cho tài khoản này.',
  },
  'http.not-delegated': {
    status: 403,
    title: 'Không có ủy quyền đang hiệu lực',
    mend: 'Bỏ tiêu đề X-On-Behalf-Of để làm việc bằng quyền của mình, hoặc đề nghị người đó ủy quyền.',
  },
  'http.not-found': {
    status: 404,
    title: 'Không có địa chỉ này',
    mend: 'Xem danh sách địa chỉ tại /docs.',
  },
  'http.method-not-allowed': {
    status: 405,
    title: 'Địa chỉ này không nhận phương thức đó',
    mend: 'Dùng một trong các phương thức nêu trong tiêu đề Allow.',
  },
  'http.not-published': {
    status: 404,
    title: 'Chưa được công bố',
    mend: 'Chờ quyết định công bố; người có thẩm quyền xem số liệu tạm tính tại /rankings/{năm}/{Khối}/present.',
  },
  'http.precondition-failed': {
    status: 412,
    title: 'Hồ sơ đã thay đổi kể từ khi xem',
    mend: 'Chưa có gì được ghi. Tải lại hồ sơ, đối chiếu phần của mình với phần mới, rồi gửi lại với If-Match là ETag hiện hành, nêu trong tiêu đề ETag và "details".',
  },
  'http.payload-too-large': {
    status: 413,
    title: 'Nội dung gửi lên quá lớn',
    mend: 'Chia nhỏ nội dung (ví dụ mỗi đợt khảo sát tối đa 500 phiếu) rồi gửi từng phần.',
  },
  'http.unsupported-media-type': {
    status: 415,
    title: 'Kiểu nội dung không được hỗ trợ',
    mend: 'Gửi nội dung với Content-Type: application/json, bảng mã UTF-8.',
  },
  'http.cannot-be-recorded': {
    status: 422,
    title: 'Nội dung không thể ghi vào sổ sự việc',
    mend: 'Chưa có gì được ghi. Rút ngắn hoặc chia nhỏ nội dung rồi gửi từng phần; nếu vẫn lỗi, báo cho quản trị kèm "correlationId".',
  },
  'http.precondition-required': {
    status: 428,
    title: 'Chưa nói đã xem hồ sơ ở phiên bản nào',
    mend: 'Đọc ETag của hồ sơ tại địa chỉ …/revision rồi gửi lại với If-Match; hồ sơ chưa có gì thì gửi If-None-Match: *.',
  },
  'http.too-many-at-once': {
    status: 429,
    title: 'Tài khoản gửi quá nhiều yêu cầu cùng lúc',
    mend: 'Chờ các yêu cầu trước được trả lời, rồi gửi lại với cùng Idempotency-Key sau số giây nêu trong tiêu đề Retry-After.',
  },
  'http.too-fast': {
    status: 429,
    title: 'Gửi yêu cầu quá nhanh',
    mend: 'Chờ số giây nêu trong tiêu đề Retry-After rồi gửi lại với cùng Idempotency-Key.',
  },
  'http.internal': {
    status: 500,
    title: 'Hệ thống gặp lỗi',
    mend: 'Gửi lại với cùng Idempotency-Key; nếu vẫn lỗi, báo cho quản trị kèm "correlationId".',
  },
  'http.not-ready': {
    status: 503,
    title: 'Hệ thống chưa sẵn sàng',
    mend: 'Chờ số giây nêu trong tiêu đề Retry-After rồi gửi lại.',
  },
  'http.overloaded': {
    status: 503,
    title: 'Hệ thống đang quá tải',
    mend: 'Yêu cầu chưa được xử lý. Chờ số giây nêu trong tiêu đề Retry-After rồi gửi lại với cùng Idempotency-Key.',
  },
  'http.not-in-time': {
    status: 503,
    title: 'Hệ thống chưa trả lời kịp thời',
    mend: 'Gửi lại với cùng Idempotency-Key: thao tác đã được ghi thì không bị ghi hai lần.',
  },
  'http.sign-in-unavailable': {
    status: 503,
    title: 'Nơi cấp danh tính tạm thời không trả lời',
    mend: 'Chờ số giây nêu trong tiêu đề Retry-After rồi đăng nhập lại; phiên đang mở vẫn dùng được.',
  },
  'http.store-unavailable': {
    status: 503,
    title: 'Kho sự việc tạm thời không trả lời',
    mend: 'Gửi lại với cùng Idempotency-Key: thao tác đã được ghi thì không bị ghi hai lần.',
  },
  'http.database-unavailable': {
    status: 503,
    title: 'Cơ sở dữ liệu tạm thời không trả lời',
    mend: 'Chờ số giây nêu trong tiêu đề Retry-After rồi gửi lại với cùng Idempotency-Key.',
  },
} as const satisfies ProblemCatalogue;

export type HttpProblemCode = keyof typeof httpProblems;
