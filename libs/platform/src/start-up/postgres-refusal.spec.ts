import { postgresRefusal } from './postgres-refusal';

const refused = (message: string, code?: string) =>
  postgresRefusal('DATABASE_URL', Object.assign(new Error(message), { code })).message;

it.each([
  ['Connection terminated unexpectedly', undefined, 'máy chủ ngắt kết nối giữa chừng'],
  ['terminating connection due to administrator command', '57P01', 'máy chủ vừa bị tắt'],
  ['timeout expired', undefined, 'máy chủ không trả lời kịp'],
  ['permission denied for schema log', '42501', 'tài khoản không đủ quyền'],
  ['something new', 'XX000', 'lỗi khác (nguyên văn: “something new”)'],
])('says of “%s” (%s) in Vietnamese what is wrong', (message, code, reason) => {
  expect(refused(message, code)).toBe(`Không dùng được PostgreSQL ở DATABASE_URL: ${reason}.`);
});

it.each([
  'permission denied to create role',
  'permission denied to grant role "par_app"',
  'must have admin option on role "par_app"',
])('says of “%s” which right the owner lacks, and how to do without it', (message) => {
  expect(refused(message, '42501')).toMatch(/CREATEROLE.*GRANT par_app TO .* WITH ADMIN OPTION/);
});
