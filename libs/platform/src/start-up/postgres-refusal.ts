import { StartUpRefused } from '@app/postgres';

/** PostgreSQL's SQLSTATE or Node's error code → what is wrong, in Vietnamese. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'không có máy chủ nào nghe ở địa chỉ đó',
  ENOTFOUND: 'không tìm thấy tên máy',
  EAI_AGAIN: 'không phân giải được tên máy',
  EHOSTUNREACH: 'không có đường tới máy đó',
  ECONNRESET: 'máy chủ ngắt kết nối',
  '28P01': 'sai tên hoặc mật khẩu',
  '28000': 'máy chủ không cho tài khoản này vào',
  '3D000': 'không có cơ sở dữ liệu đó',
  '42501': 'tài khoản không đủ quyền',
  ETIMEDOUT: 'máy chủ không trả lời kịp',
  EPIPE: 'máy chủ ngắt kết nối',
  '22023': 'địa chỉ mang tùy chọn mà máy chủ không nhận',
  '42704': 'máy chủ không có vai trò hoặc tùy chọn được nêu trong địa chỉ',
  '53100': 'máy chủ đã hết chỗ trên đĩa',
  '53300': 'máy chủ đã hết chỗ kết nối',
  '57P01': 'máy chủ vừa bị tắt',
  '57P03': 'máy chủ đang khởi động hoặc đang tắt',
};

/** An owner makes the role `par_app`, or lets the login take it on, only with this. */
const roleReason =
  'tài khoản này cần quyền CREATEROLE, hoặc nhờ quản trị viên tạo vai trò par_app rồi chạy ' +
  'GRANT par_app TO <tài khoản này> WITH ADMIN OPTION';

/** The start-up refusal for a failed connection to the database that `variable` names. The address itself is never shown. */
export function postgresRefusal(variable: string, error: unknown): StartUpRefused {
  return new StartUpRefused(`Không dùng được PostgreSQL ở ${variable}: ${reasonOf(error)}.`, { cause: error });
}

function reasonOf(error: unknown): string {
  const { code = '', message = String(error) } = firstOf(error) as { code?: string; message?: string };
  if (/timeout/i.test(message)) return 'máy chủ không trả lời kịp';
  if (/does not support SSL|certificate|SSL/i.test(message)) return `lỗi TLS (${message})`;
  if (/^Connection terminated|Client has encountered a connection error/.test(message)) {
    return 'máy chủ ngắt kết nối giữa chừng';
  }
  if (code === '42501' && isAboutRoles(message)) return roleReason;
  return reasons[code] ?? `lỗi khác (nguyên văn: “${message}”)`;
}

/** Making the role of the application, or letting the login take it on. */
function isAboutRoles(message: string): boolean {
  return /permission denied to (create|grant) role|must have admin option on role/.test(message);
}

/** A name with several addresses fails with all their errors; the first says enough. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
}
