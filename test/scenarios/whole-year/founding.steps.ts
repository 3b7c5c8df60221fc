import { sampleCalendar } from '@app/period';
import { writeRulesetRef } from '@app/testing';
import { everything } from '../../../apps/api/test/access-steps';
import { accountIdOf } from '../../../apps/api/test/running-api';
import { administrator, blockId, blockYear, fileOf, type Given, ofField, year } from './work';

const lastYear = (unitId: string, rank: number, index: string, grade: 'good' | 'fair') => ({
  ...{ unitId, unitName: `${unitId} (mẫu)`, rank, index, grade },
  className: grade === 'good' ? 'Tốt' : 'Khá',
});
const rows = [
  lastYear('so_a', 1, '89', 'good'),
  lastYear('so_b', 2, '85', 'good'),
  lastYear('so_c', 3, '75', 'fair'),
  lastYear('so_d', 4, '70', 'fair'),
  lastYear('so_e', 5, '66', 'fair'),
];
const scorecard = '/scorecards/{year}/{unitId}';
const source = { title: 'Quyết định mẫu', url: 'https://example.org/mau' };

/** Units, block, appraisers, working days; the year is opened. */
export function founding(given: Given): void {
  it('begins with the departments, their heads, their block, and what was published of the year before', async () => {
    const { desk } = given();
    await desk.does(administrator, '/blocks', { body: { blockId, name: 'Khối sở, ban, ngành (mẫu)' } });
    for (const { unitId, unitName } of rows) await given().found(unitId, unitName, '2022-01-01');
    const imported = { year: year - 1, blockId, blockName: 'Khối mẫu', n: 5, rows, source };
    await desk.does(administrator, '/results/imports', { body: imported });
  });

  it('gives each field an appraiser of its own', async () => {
    for (const [field, person] of Object.entries(ofField)) {
      const body = {
        ...everything,
        role: 'appraiser',
        fields: [field],
        until: null,
        reason: 'Phân công thẩm định (mẫu)',
      } as const;
      const path = { accountId: accountIdOf(person) };
      await given().desk.does(administrator, '/accounts/{accountId}/grants', { path, body });
    }
  });

  it('sets no deadline before the working days are on record, and none that ends on a day off', async () => {
    const { desk } = given();
    const asked = { submitBy: '2026-10-31T17:00:00.000Z', appraiseBy: '2027-02-01T17:00:00.000Z' };
    const body = { year, ...asked, blocks: [{ blockId, ruleset: { ...writeRulesetRef } }] };
    expect(await desk.refused(administrator, '/periods', { body })).toBe('409 calendar.year-is-not-recorded');
    for (const each of [2026, 2027]) {
      const calendar = { ...sampleCalendar(each), workingDays: each === 2027 ? ['2027-02-06'] : [] };
      await desk.does(administrator, '/working-calendars', { body: calendar }, '"no-stream"');
    }
    await desk.does(administrator, '/periods', { body });
    // 31/10/2026 is a Saturday. 1/2/2027 begins Tết (mẫu), and Saturday 6/2/2027 is worked in exchange.
    const effective = { submitBy: '2026-11-02T17:00:00.000Z', appraiseBy: '2027-02-06T17:00:00.000Z' };
    const opened = await desk.asks(undefined, '/periods/{year}', { path: { year } });
    expect(opened).toMatchObject({ ...effective, asked, blocks: body.blocks, skippedBlocks: [], revision: '0' });
    const { events } = await desk.asks('auditor', '/periods/{year}/record', { path: { year } });
    expect(events).toMatchObject([{ type: 'PeriodOpened', actor: accountIdOf(administrator), role: administrator }]);
  });

  it('opens a file for every member of the block, which is nobody else’s to read', async () => {
    const { desk } = given();
    const opened = await desk.does(administrator, '/results/{year}/{blockId}/opening', blockYear);
    expect(opened).toMatchObject({ opened: 5, alreadyOpen: [], openElsewhere: [] });
    expect(await given().sheetOf('so_a')).toMatchObject({ phase: 'declaring', status: 'open', index: null });
    expect(await desk.denied(undefined, '/rankings/{year}/{blockId}', blockYear)).toBe('404 http.not-published');
    expect(await desk.denied(undefined, scorecard, fileOf('so_a'))).toMatch(/^401 /);
    expect(await desk.denied('unit-officer@so_b', scorecard, fileOf('so_a'))).toMatch(/^403 /);
  });
}
