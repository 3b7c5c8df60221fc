import { PostgresEventStore } from '@app/event-store';
import { newContext, testDatabase, type TestDatabase } from '@app/testing';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Ended, ensureBuilt, par } from '../../../test/scenarios/par-command';
import { parHere } from './par-here';
import { checkout } from '../../../test/scenarios/started-app';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'par lệnh-'));
const rulesets = join(checkout, 'libs', 'ruleset', 'rulesets');
const nothing = /^$/;
const helpHint = '(thêm --help để xem cách dùng)\n';

let empty: TestDatabase;
let foreign: TestDatabase;
/** What the command lines run on: an empty ledger, none of the embedded kind. */
let onEmpty: Record<string, string>;

/** One of each kind in a process of its own, so that exit code and streams are those of the program; the others here, which is the same. */
const ofItsOwn = new Set(['--help', 'rankin', '', 'rules lint', 'projections catch-up', 'flags --json', 'demo']);

const run = (line: string, env: Record<string, string> = {}): Promise<Ended> =>
  (ofItsOwn.has(line) ? par : parHere)(
    line === '' ? [] : line.split(' '),
    { DATA_DIR: join(folder, 'unused'), ...env },
    folder,
  );

beforeAll(async () => {
  ensureBuilt();
  [empty, foreign] = await Promise.all([testDatabase(), testDatabase()]);
  onEmpty = { DATABASE_URL: empty.appUrl };
  cpSync(join(rulesets, 'hcm-quan-huyen.v2.json'), join(folder, 'tốt.json'));
  const good = readFileSync(join(rulesets, 'hcm-quan-huyen.v2.json'), 'utf8');
  writeFileSync(join(folder, 'thiếu.json'), good.replace('"sample"', '"sampel"'));
  writeFileSync(join(folder, 'hỏng.json'), good.slice(0, 1000));
});
afterAll(async () => {
  await Promise.all([empty.drop(), foreign.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

describe('explains itself on stdout and exits 0', () => {
  it.each<[string, string[]]>([
    ['--help', ['ranking', 'flags', 'score', 'rules', 'projections', 'demo', 'Mã thoát: 0', '78']],
    ['-h', ['ranking']],
    ['ranking --help', ['--year <năm>', '--block <mã>', '--json']],
    ['flags --help', ['--year <năm>', '--block <mã>', '--unit <mã>', '--superseded', '--json']],
    ['score --help', ['--unit <mã>', '--year <năm>', '--json']],
    ['rules --help', ['lint']],
    ['rules lint --help', ['[tệp...]', '--json']],
    [
      'projections --help',
      ['status', 'catch-up', 'retry', 'rebuild', 'compare', 'cut-over', 'roll-back', 'cancel', 'drop'],
    ],
    ['projections rebuild --help', ['[bộ chiếu...]', '--cut-over', '--json']],
    ['projections compare --help', ['<bộ chiếu>', '--json', 'mã thoát 1']],
    ['projections cut-over --help', ['<bộ chiếu>', '--json']],
    ['projections roll-back --help', ['<bộ chiếu>', '--json']],
    ['projections cancel --help', ['<bộ chiếu>', '--json']],
    ['projections drop --help', ['<bộ chiếu>', '--json']],
    ['projections status --help', ['--json', 'mã thoát 1']],
    ['projections catch-up --help', ['--json']],
    ['projections retry --help', ['<bộ chiếu>', '--partition <phần>', '--json']],
    ['demo --help', ['--json']],
    ['generate --help', ['--seed <số>', '--provinces <số>', '--years <số>', '--events <số>', '--yes', '--json']],
  ])('par %s', async (line, words) => {
    const { code, stdout, stderr } = await run(line);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Cách dùng: par /);
    expect(words.filter((word) => !stdout.includes(word))).toEqual([]);
    expect(stdout).not.toMatch(/display help|Usage|Options|Commands|Arguments|default/);
  });
});

describe('names what is wrong with the words on stderr, and exits 2', () => {
  it.each<[string, string[]]>([
    ['rankin', ['rankin', 'ranking']],
    ['ranking --yer 2024', ['--yer', '--year']],
    ['ranking --year 24', ['24', 'bốn chữ số']],
    ['ranking --year', ['--year']],
    ['ranking so_ban_nganh', ['tham số']],
    ['flags --year hai', ['hai', 'bốn chữ số']],
    ['score --year 2024', ['--unit']],
    ['score --unit so_tu_phap', ['--year']],
    ['rules lin', ['lin']],
    ['projections retry', ['bộ chiếu']],
    ['projections cut-over', ['bộ chiếu']],
    ['projections state', ['state', 'status']],
    ['demo --jsn', ['--jsn', '--json']],
  ])('par %s', async (line, words) => {
    const { code, stdout, stderr } = await run(line);
    expect([code, stdout]).toEqual([2, '']);
    expect(words.filter((word) => !stderr.includes(word))).toEqual([]);
    expect(stderr.endsWith(helpHint)).toBe(true);
    expect(stderr).not.toMatch(/error|unknown|missing|invalid|too many|Did you mean|not specified/i);
  });

  it.each(['', 'rules', 'projections'])('par %s, with how it is used', async (line) => {
    expect(await run(line)).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Cách dùng: par /) as string,
    });
  });
});

describe('par rules lint', () => {
  const keys = ['file', 'id', 'version', 'sample', 'components', 'examples', 'findings'];
  const reports = ({ stdout }: Ended) => JSON.parse(stdout) as Record<string, unknown>[];

  it('finds nothing wrong with the rulesets that come along', async () => {
    const text = await run('rules lint');
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^(✓ .* \(mẫu\): \d+ tiêu chí thành phần, \d+ ví dụ tính, 0 lỗi\n){4}$/);
    const json = await run('rules lint --json');
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(reports(json).map((report) => Object.keys(report))).toEqual([keys, keys, keys, keys]);
  });

  it('finds nothing wrong with a good file, named from where it is called', async () => {
    expect(await run('rules lint --json tốt.json')).toMatchObject({ code: 0, stderr: '' });
    expect((await run('rules lint tốt.json')).stdout).toMatch(/^✓ hcm-quan-huyen v2 \(mẫu\) — tốt\.json: .* 0 lỗi\n$/);
  });

  it.each([
    ['thiếu.json', 'sampel'],
    ['hỏng.json', 'JSON'],
    ['không-có.json', 'không đọc được tệp'],
  ])('says what is wrong with %s and exits 1', async (file, word) => {
    const text = await run(`rules lint tốt.json ${file}`);
    expect(text).toMatchObject({ code: 1, stderr: '' });
    expect(text.stdout).toMatch(/^✓ [^\n]*\n✗ [^\n]* [1-9]\d* lỗi\n( {4}[^\n]+: [^\n]+\n)+$/);
    expect(text.stdout).toContain(word);
    const json = await run(`rules lint --json ${file}`);
    expect(json).toMatchObject({ code: 1, stderr: '' });
    expect(reports(json)).toEqual([
      expect.objectContaining({ file, findings: expect.arrayContaining([expect.anything()]) as unknown }),
    ]);
  });
});

describe('on an empty ledger', () => {
  it('tells on stderr what it did first', async () => {
    const { code, stderr } = await run('projections catch-up', onEmpty);
    expect([code, stderr]).toEqual([0, 'Cập nhật số liệu: 1 sự việc\n']); // The log's identity.
  });

  it.each<[string, number, RegExp, RegExp]>([
    ['projections status', 0, /^Bộ chiếu +Phiên bản .*\n(\w+ +v\d+ .*\n){3}$/, nothing],
    ['projections catch-up', 0, /^Bộ chiếu +Phiên bản .*\n(\w+ +v\d+ .*\n){3}$/, nothing],
    ['projections retry ranking', 0, /^Không có phần nào đang tạm dừng\.\n$/, nothing],
    ['projections retry nope', 1, nothing, /^Không có bộ chiếu “nope”\. [^\n]*ranking[^\n]*\n$/],
    ['projections compare ranking', 1, nothing, /^Bộ chiếu “ranking” không có bản nào khác bản đang dùng[^\n]*\.\n$/],
    ['projections cancel ranking', 1, nothing, /^Không có việc dựng lại nào của bộ chiếu “ranking”\.\n$/],
    ['projections rebuild nope', 1, nothing, /^Không có bộ chiếu “nope”\. [^\n]*ranking[^\n]*\n$/],
    ['projections drop ranking', 0, /^ranking không có bản cũ nào\.\n$/, nothing],
    ['ranking', 1, /^Chưa có kết quả nào\. Nạp dữ liệu mẫu: par demo\n$/, nothing],
    ['ranking --year 2024 --block quan_huyen', 1, nothing, /^Chưa có Khối nào\. Nạp dữ liệu mẫu: par demo\n$/],
    ['flags', 0, /^Không có đề xuất nào\.\n$/, nothing],
    ['flags --unit quan_1', 1, nothing, /^Không có đơn vị “quan_1”\.\n$/],
    ['score --unit quan_1 --year 2024', 1, nothing, /^[^\n]*quan_1[^\n]*2024[^\n]*\.\n$/],
  ])('par %s: %d', async (line, code, stdout, stderr) => {
    expect(await run(line, onEmpty)).toEqual({
      code,
      stdout: expect.stringMatching(stdout) as string,
      stderr: expect.stringMatching(stderr) as string,
    });
  });

  it.each<[string, number, object]>([
    ['projections status --json', 0, { ready: expect.any(Boolean) as boolean, quarantine: [] }],
    ['projections catch-up --json', 0, { ready: true, quarantine: [] }],
    ['projections retry ranking --json', 0, []],
    ['ranking --json', 1, { rankings: [] }],
    ['flags --json', 0, { flags: [], asOf: expect.stringMatching(/^\d+$/) as string }],
  ])('par %s: %d', async (line, code, data) => {
    const ended = await run(line, onEmpty);
    expect(ended).toMatchObject({ code, stderr: '' });
    expect(JSON.parse(ended.stdout)).toMatchObject(data);
  });
});

describe('par projections rebuild', () => {
  it('proves the tables, changes them over, goes back and clears away', async () => {
    const built = await run('projections rebuild scorecard', onEmpty);
    expect(built.code).toBe(0);
    expect(built.stdout).toMatch(
      /^✓ scorecard: bản 1 \(đang dùng\) và bản 2 ở cùng vị trí 1: giống nhau từng dòng\.$/m,
    );
    expect(built.stderr).toMatch(/^scorecard: đọc nhật ký: 1 sự việc$/m);
    expect((await run('projections status', onEmpty)).stdout).toMatch(/^↻ scorecard: bản 2 đang dựng lại/m);
    const same = await run('projections compare scorecard --json', onEmpty);
    expect([same.code, (JSON.parse(same.stdout) as { same: boolean }).same]).toEqual([0, true]);
    const words = { code: 0, stderr: '' };
    const changed = (to: number, from: number) =>
      `scorecard: người đọc dùng bản ${to} thay bản ${from}, đến vị trí 1 của nhật ký.\n`;
    expect(await run('projections cut-over scorecard', onEmpty)).toEqual({ ...words, stdout: changed(2, 1) });
    expect(await run('projections roll-back scorecard', onEmpty)).toEqual({ ...words, stdout: changed(1, 2) });
    const dropped = { ...words, stdout: 'Đã xóa bản cũ 2 của scorecard.\n' };
    expect(await run('projections drop scorecard', onEmpty)).toEqual(dropped);
  });

  it('makes each once, changes over what is done, and then says what is not', async () => {
    const other = new Client({ connectionString: empty.ownerUrl });
    await other.connect();
    // The next number of ranking, in the hands of another process.
    await other.query(`SELECT pg_advisory_lock(hashtextextended('read_model.ranking.2', 0))`);
    const ended = await run('projections rebuild scorecard ranking scorecard --cut-over', onEmpty);
    await other.end();
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/^✓ scorecard: .*giống nhau từng dòng\.\nNgười đọc đã dùng bản mới: scorecard\. /m);
    expect(ended.stderr).toMatch(/^Bộ chiếu “ranking” đang được tiến trình .* dựng lại\.$/m);
    expect((await run('projections rebuild ranking --cut-over', onEmpty)).code).toBe(0);
  });
});

describe('refuses in one sentence and exits 78', () => {
  const unreachable = 'postgresql://a:b@127.0.0.1:1/par';
  const production = { PAR_PROFILE: 'production' };

  it.each<[string, Record<string, string>, string]>([
    ...['ranking', 'flags --json', 'score --unit quan_1 --year 2024', 'projections status', 'demo'].map(
      (line): [string, Record<string, string>, string] => [line, { DATABASE_URL: unreachable }, 'DATABASE_URL'],
    ),
    ['ranking', { DATABASE_URL: '' }, 'DATABASE_URL'],
    ['ranking', { EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false' }, 'EVENTSTORE_URL'],
    ['demo', production, 'PAR_PROFILE=production'],
    ['demo', { ...production, DATABASE_URL: unreachable, ACCOUNTS_FILE: 'none.json' }, 'không nạp dữ liệu mẫu'],
  ])('par %s with %j', async (line, env, word) => {
    const { code, stdout, stderr } = await run(line, env);
    expect([code, stdout]).toEqual([78, '']);
    expect(stderr).toMatch(/^\p{Lu}[^\n]*\.\n$/u);
    expect(stderr).toContain(word);
  });

  it('par demo on a log that holds something else, and leaves it alone', async () => {
    const log = PostgresEventStore.open({ url: foreign.appUrl });
    const metadata = { ...newContext(), schemaVersion: 1, recordedAt: '2026-01-01T00:00:00.000Z', part: 1, parts: 1 };
    await log.append('unit-other', 'no-stream', [{ id: randomUUID(), type: 'Other', data: {}, metadata }]);
    const { code, stdout, stderr } = await run('demo', { DATABASE_URL: foreign.appUrl });
    expect([code, stdout]).toEqual([78, '']);
    expect(stderr).toMatch(/^Không nạp dữ liệu mẫu [^\n]*\.\n$/);
    expect(Number(await log.head())).toBeLessThanOrEqual(2); // Itself, and the log's identity.
    await log.close();
  });
});
