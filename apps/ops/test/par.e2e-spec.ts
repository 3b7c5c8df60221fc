import { PostgresEventStore } from '@app/event-store';
import { newContext, testDatabase, type TestDatabase } from '@app/testing';
import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, ensureBuilt } from '../../../test/scenarios/par-command';
import { checkout } from '../../../test/scenarios/started-app';
import { ParLines } from './par-lines';

jest.setTimeout(180_000);

const par = new ParLines(['--help', 'rankin', '', 'rules lint', 'flags --json', 'demo']);
const helpHint = '(thêm --help để xem cách dùng)\n';
const rulesets = join(checkout, 'libs', 'ruleset', 'rulesets');

let foreign: TestDatabase;
beforeAll(async () => {
  ensureBuilt();
  foreign = await testDatabase();
  cpSync(join(rulesets, 'hcm-quan-huyen.v2.json'), join(par.folder, 'tốt.json'));
  const good = readFileSync(join(rulesets, 'hcm-quan-huyen.v2.json'), 'utf8');
  writeFileSync(join(par.folder, 'thiếu.json'), good.replace('"sample"', '"sampel"'));
  writeFileSync(join(par.folder, 'hỏng.json'), good.slice(0, 1000));
});
afterAll(async () => {
  await foreign.drop();
  par.remove();
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
    ['projections compare --help', ['<bộ chiếu...>', '--json', 'mã thoát 1']],
    ['projections cut-over --help', ['<bộ chiếu...>', '--json']],
    ['projections roll-back --help', ['<bộ chiếu...>', '--json']],
    ['projections cancel --help', ['<bộ chiếu...>', '--json']],
    ['projections drop --help', ['<bộ chiếu...>', '--json']],
    ['projections status --help', ['--json', 'mã thoát 1']],
    ['projections catch-up --help', ['--json']],
    ['projections retry --help', ['<bộ chiếu>', '--partition <phần>', '--json']],
    ['demo --help', ['--json']],
    ['generate --help', ['--seed <số>', '--provinces <số>', '--years <số>', '--events <số>', '--yes', '--json']],
  ])('par %s', async (line, words) => {
    const { code, stdout, stderr } = await par.run(line);
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
    const { code, stdout, stderr } = await par.run(line);
    expect([code, stdout]).toEqual([2, '']);
    expect(words.filter((word) => !stderr.includes(word))).toEqual([]);
    expect(stderr.endsWith(helpHint)).toBe(true);
    expect(stderr).not.toMatch(/error|unknown|missing|invalid|too many|Did you mean|not specified/i);
  });

  it.each(['', 'rules', 'projections'])('par %s, with how it is used', async (line) => {
    expect(await par.run(line)).toEqual({
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
    const text = await par.run('rules lint');
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^(✓ .* \(mẫu\): \d+ tiêu chí thành phần, \d+ ví dụ tính, 0 lỗi\n){4}$/);
    const json = await par.run('rules lint --json');
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(reports(json).map((report) => Object.keys(report))).toEqual([keys, keys, keys, keys]);
  });

  it('finds nothing wrong with a good file, named from where it is called', async () => {
    expect(await par.run('rules lint --json tốt.json')).toMatchObject({ code: 0, stderr: '' });
    expect((await par.run('rules lint tốt.json')).stdout).toMatch(
      /^✓ hcm-quan-huyen v2 \(mẫu\) — tốt\.json: .* 0 lỗi\n$/,
    );
  });

  it.each([
    ['thiếu.json', 'sampel'],
    ['hỏng.json', 'JSON'],
    ['không-có.json', 'không đọc được tệp'],
  ])('says what is wrong with %s and exits 1', async (file, word) => {
    const text = await par.run(`rules lint tốt.json ${file}`);
    expect(text).toMatchObject({ code: 1, stderr: '' });
    expect(text.stdout).toMatch(/^✓ [^\n]*\n✗ [^\n]* [1-9]\d* lỗi\n( {4}[^\n]+: [^\n]+\n)+$/);
    expect(text.stdout).toContain(word);
    const json = await par.run(`rules lint --json ${file}`);
    expect(json).toMatchObject({ code: 1, stderr: '' });
    expect(reports(json)).toEqual([
      expect.objectContaining({ file, findings: expect.arrayContaining([expect.anything()]) as unknown }),
    ]);
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
    const { code, stdout, stderr } = await par.run(line, env);
    expect([code, stdout]).toEqual([78, '']);
    expect(stderr).toMatch(/^\p{Lu}[^\n]*\.\n$/u);
    expect(stderr).toContain(word);
  });

  it('par demo on a log that holds something else, and leaves it alone', async () => {
    const log = PostgresEventStore.open({ url: foreign.appUrl });
    const metadata = { ...newContext(), schemaVersion: 1, recordedAt: '2026-01-01T00:00:00.000Z', part: 1, parts: 1 };
    await log.append('unit-other', 'no-stream', [{ id: randomUUID(), type: 'Other', data: {}, metadata }]);
    const { code, stdout, stderr } = await par.run('demo', { DATABASE_URL: foreign.appUrl });
    expect([code, stdout]).toEqual([78, '']);
    expect(stderr).toMatch(/^Không nạp dữ liệu mẫu [^\n]*\.\n$/);
    expect(Number(await log.head())).toBeLessThanOrEqual(2); // Itself, and the log's identity.
    await log.close();
  });

  // The server of the tests forgets on purpose: nothing in it outlives the run.
  it('par ranking in production on a server that forgets what it acknowledged', async () => {
    const env = { PAR_PROFILE: 'production', DATABASE_URL: foreign.appUrl, ACCOUNTS_FILE: 'none.json' };
    const { code, stdout, stderr } = await par.run('ranking', env);
    expect([code, stdout]).toEqual([78, '']);
    expect(stderr).toMatch(/^DATABASE_URL: [^\n]*fsync=off[^\n]*\.\n$/);
  });
});
