import { conflict, forbidden, invalid, notFound, type ProblemCatalogue } from '../http/problem';

/** Refusals about grants and delegations. */
export const accessProblems: ProblemCatalogue = {
  'access.granted-to-oneself': forbidden('Không tự cấp quyền', 'Đề nghị người có thẩm quyền khác cấp quyền.'),
  'access.roles-are-separated': conflict(
    'Hai vai trò phải tách biệt',
    'Thu hồi vai trò kia trước, hoặc chọn người khác.',
  ),
  'access.role-is-held': conflict('Quyền này đang có', 'Không cần cấp lại; muốn đổi thời hạn thì thu hồi trước.'),
  'access.scope-does-not-fit': invalid('Phạm vi của quyền không hợp lệ', 'Sửa phạm vi rồi gửi lại.'),
  'access.fields-are-unknown': invalid(
    'Không có lĩnh vực này',
    'Chọn mã lĩnh vực của bộ tiêu chí có hiệu lực; xem /rulesets.',
  ),
  'access.term-is-out-of-order': invalid(
    'Thời hạn của quyền không hợp lệ',
    'Chọn lúc bắt đầu từ nay trở đi và lúc kết thúc sau lúc bắt đầu.',
  ),
  'access.grant-unknown': notFound('Không có quyền này', 'Xem mã quyền tại /accounts/{tài khoản}.'),
  'access.grant-has-ended': conflict('Quyền đã hết hiệu lực', 'Không cần thu hồi lại.'),
  'access.delegated-to-oneself': invalid('Không tự ủy quyền', 'Chọn tài khoản khác.'),
  'access.delegated-further': forbidden('Không ủy quyền lại', 'Để người giữ quyền trực tiếp ủy quyền.'),
  'access.role-is-not-held': forbidden('Không giữ vai trò này', 'Chỉ ủy quyền vai trò mà mình đang giữ.'),
  'access.delegated-too-much': invalid(
    'Ủy quyền vượt quá quyền đang giữ',
    'Thu hẹp thời hạn hoặc phạm vi; xem quyền của mình tại /me.',
  ),
  'access.too-many-delegates': conflict(
    'Đã ủy quyền cho quá nhiều tài khoản',
    'Ủy quyền cho một tài khoản đã từng nhận ủy quyền của mình.',
  ),
  'access.delegation-unknown': notFound(
    'Không có ủy quyền này',
    'Kiểm tra mã ủy quyền và tài khoản nhận; xem ủy quyền mình đã giao tại /me.',
  ),
  'access.delegation-has-ended': conflict('Ủy quyền đã hết hiệu lực', 'Không cần thu hồi lại.'),
};
