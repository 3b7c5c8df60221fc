import { RebuildDesk, type RebuildProgress, type ReadStoreHealth } from '@app/read-store';
import { testDatabase, type TestDatabase } from '@app/testing';
import { DataSource } from 'typeorm';
import { withLedger } from '../src/ledger';
import { parHere } from './par-here';

describe('a rebuild in the terminal', () => {
  let database: TestDatabase;
  const before = process.env.DATABASE_URL;
  const par = (line: string) => parHere(line.split(' '), { DATABASE_URL: database.appUrl });

  beforeAll(async () => {
    database = await testDatabase();
    process.env.DATABASE_URL = database.appUrl;
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await database.drop();
  });

  it('that was broken off halfway is shown by `status` with how far it came, and how long the rest would take', async () => {
    await withLedger(async (app) => {
      const breaking = new AbortController();
      const broken = app.get(RebuildDesk).rebuild('scorecard', () => breaking.abort(), breaking.signal);
      await expect(broken).rejects.toThrow(/aborted/);
      // As if it had read half of the log so far, in two hours, and still did.
      await app.get(DataSource).query(
        `UPDATE read_model.rebuild SET at_work_since = clock_timestamp() - interval '2 h', updated_at = clock_timestamp(),
           target = 2 * position`,
      );
    });
    const { code, stdout } = await par('projections status');
    expect([code, stdout.split('\n').find((line) => line.startsWith('↻'))]).toEqual([
      0,
      '↻ scorecard: bản 2 đang dựng lại, đã đọc nhật ký đến vị trí 1/2, đọc xong sau khoảng 2 giờ 0 phút',
    ]);
    const { rebuilds } = JSON.parse((await par('projections status --json')).stdout) as ReadStoreHealth;
    expect(rebuilds).toMatchObject([{ phase: 'loading', position: '1', target: '2', careful: null }]);
    expect(Math.round(Number(rebuilds[0]?.secondsLeft) / 3_600)).toBe(2);
  });

  it('tells every five seconds how far it is, where stderr is no terminal', async () => {
    takingTwoSecondsAPage();
    const { code, stdout, stderr } = await par('projections rebuild scorecard');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^✓ scorecard: /m)]);
    expect(stderr.split('\n')).toEqual([
      'scorecard: đọc nhật ký: 3.000/6.000 sự việc, 500 sự việc/giây, còn 6 giây',
      'scorecard: đọc nhật ký: 6000 sự việc',
      '',
    ]);
    expect((await par('projections status')).stdout).toMatch(
      /^↻ scorecard: bản 2 đang dựng lại, đã dựng xong, theo kịp nhật ký$/m,
    );
  });
});

/** The next rebuild tells of a log of six pages that take two seconds each; then it does its work without a word. */
function takingTwoSecondsAPage(): void {
  const rebuild = jest.spyOn(RebuildDesk.prototype, 'rebuildAll');
  rebuild.mockImplementationOnce(async function (this: RebuildDesk, names, tell?: (told: RebuildProgress) => void) {
    const clock = jest.spyOn(performance, 'now');
    for (let page = 0; page <= 6; page += 1) {
      clock.mockReturnValue(page * 2_000);
      tell?.({ projection: 'scorecard', phase: 'loading', done: page * 1_000, total: 6_000 });
    }
    clock.mockRestore();
    rebuild.mockRestore();
    await this.rebuildAll(names);
  });
}
