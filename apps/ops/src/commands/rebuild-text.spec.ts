import type { EstimatedRebuild } from '@app/read-store';
import { comparisonText, rebuildLine } from './rebuild-text';

const loading: EstimatedRebuild = {
  ...{
    projection: 'ranking',
    generation: 4,
    version: 2,
    parts: 1,
    phase: 'loading',
    target: '40000',
    position: '12000',
  },
  ...{ groups: null, settled: 0, settledTo: null, settledBefore: 0, careful: null, runner: 'máy-1:4711' },
  ...{ startedAt: '2026-11-29T08:00:00.000Z', secondsAtWork: 33, secondsSinceProgress: 0.4, secondsLeft: 77 },
};
const settling: EstimatedRebuild = { ...loading, phase: 'settling', groups: 1200, settled: 300, secondsLeft: 45 };
const unknown = { secondsLeft: null };

describe('the line of a rebuild in `par projections status`', () => {
  it.each<[string, EstimatedRebuild, string]>([
    [
      'how far it read and how long it still reads',
      loading,
      'đã đọc nhật ký đến vị trí 12000/40000, đọc xong sau khoảng 1 phút 17 giây',
    ],
    ['how many groups are left', settling, 'đã tính 300/1.200 nhóm, tính xong sau khoảng 45 giây'],
    [
      'that it is too early to tell',
      { ...loading, ...unknown, position: null },
      'đã đọc nhật ký đến vị trí 0/40000, chưa ước được thời gian còn lại',
    ],
    [
      'that it stands still, and what to do',
      { ...settling, ...unknown, secondsSinceProgress: 3_900 },
      'đã tính 300/1.200 nhóm, không tiến thêm đã 1 giờ 5 phút; nếu đã gián đoạn, chạy lại để làm tiếp: par projections rebuild',
    ],
    ['that it is done', { ...settling, phase: 'following', secondsLeft: 0 }, 'đã dựng xong, theo kịp nhật ký'],
    [
      'why it goes event by event',
      { ...loading, ...unknown, phase: 'following', careful: 'giá trị quá dài' },
      'từng sự việc một, vì: giá trị quá dài',
    ],
  ])('says %s', (_, rebuild, how) => expect(rebuildLine(rebuild)).toBe(`↻ ranking: bản 4 đang dựng lại, ${how}\n`));
});

it('a comparison says which table only one of them has', () => {
  const table = { table: 'rank', rows: { live: 20, rebuilt: null }, hash: { live: '7', rebuilt: null }, same: false };
  const tables = [{ ...table, differences: [] }];
  const comparison = { projection: 'ranking', live: 1, rebuilt: 2, position: '9', same: false, tables };
  const text = comparisonText([comparison]);
  expect(text).toMatch(/ranking +rank +20 +không có +✗ khác/);
  expect(text).toMatch(/✗ ranking: [^\n]*khác nhau\.\n {4}bảng rank: chỉ có ở bản đang dùng\n$/);
});
