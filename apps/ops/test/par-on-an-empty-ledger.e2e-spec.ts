import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';
import { ensureBuilt } from '../../../test/scenarios/par-command';
import { checkout } from '../../../test/scenarios/started-app';
import { ParLines } from './par-lines';

jest.setTimeout(180_000);

const rebuildingTwo = 'projections rebuild scorecard ranking scorecard --cut-over';
const par = new ParLines(['projections catch-up', 'flags --json', rebuildingTwo]);
const nothing = /^$/;

/** As the application. */
async function inDatabase(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: empty.appUrl });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

let empty: TestDatabase;
/** What the command lines run on: an empty ledger, none of the embedded kind. */
let onEmpty: Record<string, string>;
beforeAll(async () => {
  ensureBuilt();
  empty = await testDatabase();
  onEmpty = { DATABASE_URL: empty.appUrl };
});
afterAll(async () => {
  await empty.drop();
  par.remove();
});

describe('on an empty ledger', () => {
  it('tells on stderr what it did first', async () => {
    const { code, stderr } = await par.run('projections catch-up', onEmpty);
    expect([code, stderr]).toEqual([0, 'Cập nhật số liệu: 1 sự việc\n']); // The log's identity.
  });

  it.each<[string, number, RegExp, RegExp]>([
    ['projections status', 0, /^Bộ chiếu +Phiên bản .*\n(\w+ +v\d+ .*\n){7}$/, nothing],
    ['projections catch-up', 0, /^Bộ chiếu +Phiên bản .*\n(\w+ +v\d+ .*\n){7}$/, nothing],
    ['projections retry ranking', 0, /^Không có phần nào đang tạm dừng\.\n$/, nothing],
    [
      'projections retry ranking --partition nope',
      1,
      nothing,
      /^Phần “nope” của bộ chiếu “ranking” không tạm dừng\.\n$/,
    ],
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
    expect(await par.run(line, onEmpty)).toEqual({
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
    const ended = await par.run(line, onEmpty);
    expect(ended).toMatchObject({ code, stderr: '' });
    expect(JSON.parse(ended.stdout)).toMatchObject(data);
  });
});

describe('par projections rebuild', () => {
  it('proves the tables, changes them over, goes back and clears away', async () => {
    const built = await par.run('projections rebuild scorecard', onEmpty);
    expect(built.code).toBe(0);
    expect(built.stdout).toMatch(
      /^✓ scorecard: bản 1 \(đang dùng\) và bản 2 ở cùng vị trí 1: giống nhau từng dòng\.$/m,
    );
    expect(built.stderr).toMatch(/^scorecard: đọc nhật ký: 1 sự việc$/m);
    expect((await par.run('projections status', onEmpty)).stdout).toMatch(/^↻ scorecard: bản 2 đang dựng lại/m);
    const same = await par.run('projections compare scorecard --json', onEmpty);
    expect([same.code, JSON.parse(same.stdout)]).toMatchObject([0, [{ projection: 'scorecard', same: true }]]);
    await inDatabase(`INSERT INTO read_model.scorecard_unit__g1 VALUES ('so_la', 'Sở lạ')`);
    for (const json of ['', ' --json']) {
      const different = await par.run(`projections compare scorecard${json}`, onEmpty);
      expect([different.code, different.stdout]).toEqual([1, expect.stringContaining('so_la')]);
    }
    await inDatabase('DELETE FROM read_model.scorecard_unit__g1');
    const words = { code: 0, stderr: '' };
    const changed = (to: number, from: number) =>
      `scorecard: người đọc dùng bản ${to} thay bản ${from}, đến vị trí 1 của nhật ký.\n`;
    expect(await par.run('projections cut-over scorecard', onEmpty)).toEqual({ ...words, stdout: changed(2, 1) });
    expect(await par.run('projections roll-back scorecard', onEmpty)).toEqual({ ...words, stdout: changed(1, 2) });
    const dropped = { ...words, stdout: 'Đã xóa bản cũ 2 của scorecard.\n' };
    expect(await par.run('projections drop scorecard', onEmpty)).toEqual(dropped);
  });

  it('makes each once, changes over what is done, and then says what is not', async () => {
    const other = new Client({ connectionString: empty.ownerUrl });
    await other.connect();
    // The next number of ranking, in the hands of another process.
    await other.query(`SELECT pg_advisory_lock(hashtextextended('read_model.ranking.2', 0))`);
    const ended = await par.run(rebuildingTwo, onEmpty);
    await other.end();
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/^✓ scorecard: .*giống nhau từng dòng\.\nNgười đọc đã dùng bản mới: scorecard\. /m);
    expect(ended.stderr).toMatch(/^Bộ chiếu “ranking” đang được tiến trình .* dựng lại\.$/m);
    expect((await par.run('projections rebuild ranking --cut-over', onEmpty)).code).toBe(0);
  });

  it('goes back with all that are named, each in its turn, and then says which could not', async () => {
    const back = await par.run('projections roll-back scorecard accountability ranking --json', onEmpty);
    expect(back.code).toBe(1);
    expect(JSON.parse(back.stdout)).toMatchObject([{ projection: 'scorecard' }, { projection: 'ranking' }]);
    expect(back.stderr).toMatch(/accountability/);
    expect((await par.run('projections drop scorecard ranking', onEmpty)).stdout).toMatch(
      /scorecard\.\n.* ranking\.\n$/,
    );
  });
});

(process.platform === 'linux' ? describe : describe.skip)('the process that par projections rebuild builds in', () => {
  /** It is given away by what it is a child of. */
  async function rebuilding(projection: string, each: (own: number, building: readonly number[]) => void) {
    const words = ['projections', 'rebuild', projection, '--cut-over'];
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: par.folder, ...onEmpty };
    const child = spawn(process.execPath, [join(checkout, 'par.js'), ...words], { env, stdio: 'ignore' });
    for (; child.exitCode === null && child.signalCode === null; await sleep(5)) {
      each(child.pid ?? 0, childrenOf(child.pid ?? 0));
    }
    return child.exitCode ?? child.signalCode;
  }

  it('goes behind all others of the machine; what compares and changes over keeps its place', async () => {
    const [own, building] = [new Set<number>(), new Set<number>()];
    const end = await rebuilding('scorecard', (pid, children) => {
      addRank(own, pid);
      for (const child of children) addRank(building, child);
    });
    expect(end).toBe(0);
    expect([...own]).toEqual([getPriority()]);
    expect(Math.max(...building)).toBe(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
  });

  it('builds nothing when whoever started it is killed', async () => {
    let orphan = 0;
    const end = await rebuilding('accountability', (pid, [child]) => {
      if (child === undefined) return;
      orphan = child;
      process.kill(pid, 'SIGKILL');
    });
    expect(end).toBe('SIGKILL');
    while (lives(orphan)) await sleep(50);
    expect(await inDatabase(`SELECT FROM read_model.rebuild WHERE projection = 'accountability'`)).toEqual([]);
  });
});

function childrenOf(pid: number): number[] {
  return said(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

/** One that has ended and that nobody has asked about is there still. */
function lives(pid: number): boolean {
  return /\) [^ZX]/.test(said(`/proc/${pid}/stat`));
}

/** Nothing of a process that is gone. */
function said(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function addRank(ranks: Set<number>, pid: number): void {
  try {
    ranks.add(getPriority(pid));
  } catch {
    return; // It has ended.
  }
}
