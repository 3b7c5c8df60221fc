import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { endOnLostOutput } from './output';
import { parProgram } from './program';

class Ended extends Error {
  constructor(readonly code: unknown) {
    super('Ended');
  }
}

let out = '';
let err = '';
beforeEach(() => {
  [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))));
  jest.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Ended(code);
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

/** The exit code, and what was said, of a command that ends before its work begins. */
async function par(...words: string[]): Promise<unknown> {
  const end = await parProgram()
    .parseAsync(['node', 'par', ...words])
    .catch((error: unknown) => error);
  return end instanceof Ended ? end.code : 0;
}

it.each([
  [['rankng'], 'Không có lệnh “rankng”.\n(Có phải: ranking?)\n'],
  [['ranking', '--yaer', '2024'], 'Không có tùy chọn “--yaer”.\n(Có phải: --year?)\n'],
  [['score', '--year', '2024'], 'Thiếu tùy chọn bắt buộc: --unit <mã>.\n'],
  [['ranking', '--block'], 'Tùy chọn thiếu giá trị: --block <mã>.\n'],
  [['ranking', '--year', 'x'], 'Giá trị “x” của tùy chọn --year <năm> không hợp lệ. Viết năm bằng bốn chữ số'],
  [['ranking', 'a', 'b'], 'Thừa tham số: lệnh nhận 0, đang có 2.\n'],
  [['projections', 'retry'], 'Thiếu tham số: <bộ chiếu>.\n'],
])('%j is refused in Vietnamese, exit 2', async (words, said) => {
  expect(await par(...words)).toBe(2);
  expect(err).toContain(said);
  expect(err + out).not.toMatch(/error|unknown|required|missing|argument|option|Did you mean|Usage/i);
});

it.each([
  [['help']],
  [['--help']],
  [['help', 'ranking']],
  [['rules', 'help']],
  [['projections', '--help']],
  [['help', 'rules']],
])('%j explains in Vietnamese only, exit 0', async (words) => {
  expect(await par(...words)).toBe(0);
  expect(out).toMatch(/^Cách dùng: par /);
  expect(out).not.toMatch(/display|\boptions\b|\bcommand\b|output the version/i);
});

it.each(['--version', '-V'])('%s is that of package.json', async (word) => {
  const file = join(__dirname, '../../../package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  expect(await par(word)).toBe(0);
  expect(out).toBe(`${version}\n`);
});

it('says in Vietnamese why a ruleset cannot be read', async () => {
  await par('rules', 'lint', '/khong/co', __dirname);
  expect(out).toContain('không đọc được tệp: không có tệp này\n');
  expect(out).toContain('không đọc được tệp: đây là thư mục, không phải tệp\n');
  expect(out).not.toContain('ENOENT');
  expect(process.exitCode).toBe(1);
});

it.each([
  ['EPIPE', ''],
  ['ENOSPC', 'Không ghi được kết quả: ổ đĩa đã đầy.\n'],
])('ends without a stack when the output is lost by %s', (code, said) => {
  const stream = new PassThrough();
  endOnLostOutput(stream);
  const lost = Object.assign(new Error(code), { code });
  expect(() => stream.emit('error', lost)).toThrow(new Ended(1));
  expect(err).toBe(said);
});
