import { NotDone } from '@app/platform';
import { UnitNotRanked } from '@app/ranking';
import { newContext, testDatabase, type TestDatabase } from '@app/testing';
import { DefineBlock, RegisterUnit } from '@app/unit';
import { CommandBus } from '@nestjs/cqrs';
import { withLedger } from '../ledger';
import { parProgram } from '../program';

describe('par, asked about what is not there', () => {
  let database: TestDatabase;
  const before = process.env.DATABASE_URL;
  const registrar = () => newContext({ role: 'administrator-of-units' });
  const par = (...words: string[]) => parProgram().parseAsync(['node', 'par', ...words]);
  const printed = jest.spyOn(process.stdout, 'write');

  beforeAll(async () => {
    database = await testDatabase();
    process.env.DATABASE_URL = database.appUrl;
    const unit = {
      unitId: 'so_a',
      name: 'Sở A',
      type: 'department',
      officialCode: null,
      registeredOn: '2021-01-01',
    } as const;
    await withLedger(async (app) => {
      const commands = app.get(CommandBus);
      await commands.execute(new RegisterUnit(unit, registrar()));
      await commands.execute(new DefineBlock({ blockId: 'so', name: 'Sở, ban, ngành' }, registrar()));
    });
  });
  beforeEach(() => printed.mockReset().mockReturnValue(true));
  afterAll(async () => {
    printed.mockRestore();
    process.exitCode = undefined;
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await database.drop();
  });

  it.each([
    [['flags', '--unit', 'khong'], UnitNotRanked, /“khong”/],
    [['flags', '--block', 'khong'], NotDone, /^Không có Khối mã “khong”. Các Khối: so \(Sở, ban, ngành\)\.$/],
    [['ranking', '--block', 'khong'], NotDone, /^Không có Khối mã “khong”. Các Khối: so /],
    [['ranking', '--year', '2031'], NotDone, /^Các Khối chưa có năm đánh giá nào\.$/],
    [['projections', 'retry', 'foo'], NotDone, /^Không có bộ chiếu “foo”. Các bộ chiếu: .*ranking/],
  ])('%j refuses in one sentence that says what there is', async (words, refusal, sentence) => {
    const failure = await par(...words).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(refusal);
    expect((failure as Error).message).toMatch(sentence);
    expect(printed).not.toHaveBeenCalled();
  });

  it('says that nothing is proposed only for what is there', async () => {
    await par('flags', '--unit', 'so_a');
    expect(printed).toHaveBeenCalledWith('Không có đề xuất nào.\n');
  });

  it('does not suggest the demo where there are blocks', async () => {
    await par('ranking');
    expect(printed).toHaveBeenCalledWith('Chưa có kết quả nào. Có 1 Khối nhưng chưa mở năm đánh giá nào.\n');
  });
});
