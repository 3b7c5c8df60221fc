import { sampleCalendar } from '@app/period';
import { type Ruleset, type RulesetRef, rulesetRef, sampleRulesets } from '@app/ruleset';
import { sampleDecree } from '@app/testing';
import { v7 } from 'uuid';
import { logs } from './opened-log';
import { RunningApi } from './running-api';

const by = 'administrator-of-units';
const now = '2024-01-02T01:00:00.000Z';
const unit = {
  unitId: 'so_tu_phap',
  name: 'Sở Tư pháp',
  type: 'department',
  officialCode: 'H29.1',
  registeredOn: '2021-01-01',
};
const [sample] = sampleRulesets();
if (!sample) throw new Error('There is no sample ruleset');
const period = {
  year: 2024,
  submitBy: '2024-12-31T17:00:00.000Z',
  appraiseBy: '2025-02-28T17:00:00.000Z',
  blocks: [{ blockId: 'so_nganh', ruleset: rulesetRef(sample) }],
};

describe.each(logs)('units and periods, the log in %s', (log) => {
  let api: RunningApi;
  /** Where the log stood when the year 2031 was opened, by the calendars of then. */
  let opened = '';
  beforeAll(async () => {
    api = await RunningApi.start({ log, units: ['so_tu_phap'], now });
  });
  afterAll(() => api.stop());

  describe('units', () => {
    it('are registered once; a repeated request is answered with the first result', async () => {
      const key = v7();
      const first = await api.command(by, '/units', unit, key);
      expect(first.status).toBe(201);
      expect(first.body).toEqual({ revision: '0', position: expect.stringMatching(/^\d+$/) as string });
      expect((await api.command(by, '/units', unit, key)).body).toEqual(first.body);
      const again = await api.command(by, '/units', unit);
      expect(again.status).toBe(409);
      expect(again.body).toMatchObject({
        type: '/problems/unit.already-registered',
        title: 'Đơn vị đã được đăng ký',
        code: 'unit.already-registered',
        details: { unitId: 'so_tu_phap' },
      });
    });

    it('never share an official code, whatever became of the first', async () => {
      await api.accepted(by, '/units', { ...unit, unitId: 'so_cu', officialCode: null, registeredOn: '2010-01-01' });
      expect(await api.refused(by, '/units', { ...unit, unitId: 'so_moi', officialCode: 'h29.1' })).toMatchObject({
        status: 409,
        code: 'unit.official-code-is-taken',
        details: { unitId: 'so_tu_phap' },
      });
    });

    it('belong to registered units only, come out of such, and follow such by ruling', async () => {
      const orphan = { ...unit, unitId: 'so_con', officialCode: null, parentId: 'khong_co' };
      const decree = sampleDecree;
      const lineage = {
        kind: 'split',
        predecessors: [{ unitId: 'khong_co', share: null }],
        effectiveOn: '2023-02-01',
        decree,
      };
      const ruling = { year: 2024, predecessorId: 'khong_co', takesOver: null, reason: 'Kế thừa' };
      const level = { type: 'district', parentId: 'khong_co', effectiveOn: '2023-03-01', decree };
      for (const [path, body] of [
        ['/units', orphan],
        ['/units/so_tu_phap/lineage', lineage],
        ['/units/so_tu_phap/succession-rulings', ruling],
        ['/units/so_tu_phap/levels', level],
      ] as const)
        expect(await api.refused(by, path, body)).toMatchObject({
          status: 404,
          code: 'unit.not-registered',
          details: { unitId: 'khong_co' },
        });
    });

    it('have no other unit’s result counted as theirs but that of one which they came out of', async () => {
      await api.accepted(by, '/units', { ...unit, unitId: 'so_la', officialCode: null, registeredOn: '2010-01-01' });
      const ruling = { year: 2024, predecessorId: 'so_la', takesOver: null, reason: 'Kế thừa' };
      expect(await api.refused(by, '/units/so_tu_phap/succession-rulings', ruling)).toMatchObject({
        status: 409,
        code: 'unit.predecessor-is-unrelated',
        details: { unitId: 'so_tu_phap', predecessorId: 'so_la' },
      });
    });

    it.each([
      ['renaming', { name: 'Sở Tư pháp mới', effectiveOn: '2023-01-01', decree: sampleDecree }],
      ['offices', { office: 'head', personId: 'p1', personName: 'Nguyễn Văn A', from: '2021-01-01' }],
      ['departures', { office: 'head', personId: 'p1', until: '2022-12-31' }],
      [
        'lineage',
        {
          kind: 'absorbed',
          predecessors: [{ unitId: 'so_cu', share: '1' }],
          effectiveOn: '2023-02-01',
          decree: sampleDecree,
        },
      ],
      ['levels', { type: 'district', parentId: 'so_cu', effectiveOn: '2023-03-01', decree: sampleDecree }],
      ['succession-rulings', { year: 2024, predecessorId: null, takesOver: null, reason: 'Không kế thừa' }],
      ['dissolution', { effectiveOn: '2024-01-01', decree: sampleDecree }],
    ])('change by %s', async (path, body) => {
      await api.accepted(by, `/units/so_tu_phap/${path}`, body);
      expect(await api.refused(by, `/units/khong_co/${path}`, body)).toMatchObject({
        status: 404,
        code: 'unit.not-registered',
      });
    });

    it('are registered by the administrator only', async () => {
      const problem = await api.refused('appraiser', '/units', { ...unit, unitId: 'khac' });
      expect(problem.status).toBe(403);
      expect(problem.detail).toContain('administrator-of-units');
    });

    it('need a complete description', async () => {
      const problem = await api.refused(by, '/units', { unitId: 'Sở' });
      expect(problem.status).toBe(400);
      expect(problem.errors?.map(({ field }) => field)).toEqual(['unitId', 'name', 'type', 'registeredOn']);
    });
  });

  describe('blocks', () => {
    it('are defined, joined and left', async () => {
      await api.accepted(by, '/blocks', { blockId: 'so_nganh', name: 'Khối sở, ban, ngành' });
      await api.accepted(by, '/blocks/so_nganh/members', { unitId: 'so_tu_phap', from: '2021-01-01' });
      const twice = await api.command(by, '/blocks/so_nganh/members', { unitId: 'so_tu_phap', from: '2021-01-01' });
      expect(twice.body).toMatchObject({ status: 409, code: 'unit.already-in-block' });
      await api.accepted(by, '/blocks/so_nganh/departures', { unitId: 'so_tu_phap', until: '2022-01-01' });
      const missing = await api.command(by, '/blocks/khong_co/members', { unitId: 'so_tu_phap', from: '2021-01-01' });
      expect(missing.body).toMatchObject({ status: 404, code: 'unit.block-not-defined' });
    });
  });

  describe('assessment years', () => {
    it('open once with frozen rules', async () => {
      await api.accepted(by, '/periods', period);
      expect((await api.command(by, '/periods', period)).body).toMatchObject({
        status: 409,
        code: 'period.already-opened',
      });
      await api.accepted(by, '/blocks', { blockId: 'quan_huyen', name: 'Khối quận, huyện' });
      await api.accepted(by, '/periods/2024/skipped-blocks', { blockId: 'quan_huyen', reason: 'Sắp xếp lại' });
    });

    it('open ahead of the year, with deadlines that lie in it or after', async () => {
      const early = { ...period, year: 2029, appraiseBy: '2030-02-28T17:00:00.000Z' };
      expect(await api.refused(by, '/periods', { ...early, submitBy: '2028-06-30T17:00:00.000Z' })).toMatchObject({
        status: 422,
        code: 'period.deadline-is-before-its-year',
        details: { field: 'Hạn nộp', begins: '2028-12-31T17:00:00.000Z' },
      });
      await api.accepted(by, '/periods', { ...early, submitBy: '2029-12-31T17:00:00.000Z' });
    });

    it('set no deadline in a year whose working days nobody recorded, and none on a day off', async () => {
      const year = {
        ...period,
        year: 2031,
        submitBy: '2031-12-31T17:00:00.000Z',
        appraiseBy: '2032-02-28T17:00:00.000Z',
      };
      expect(await api.refused(by, '/periods', year)).toMatchObject({
        status: 409,
        code: 'calendar.year-is-not-recorded',
        details: { year: 2031, years: [{ year: 2031 }, { year: 2032 }] },
      });
      const [at2031, at2032] = [sampleCalendar(2031), sampleCalendar(2032)];
      expect(
        await api.refused(by, '/working-calendars', { ...at2031, holidays: at2031.holidays.slice(1) }),
      ).toMatchObject({
        status: 422,
        code: 'period.holiday-is-missing',
      });
      for (const calendar of [at2031, at2032]) await api.accepted(by, '/working-calendars', calendar);
      expect(await api.refused(by, '/working-calendars', at2031)).toMatchObject({
        status: 409,
        code: 'period.calendar-already-recorded',
      });
      opened = await api.accepted(by, '/periods', year);
      const recorded: unknown[] = [];
      for await (const { data } of api.store.read('period-2031')) recorded.push(data);
      // 28 February 2032 is a Saturday.
      const effective = { submitBy: year.submitBy, appraiseBy: '2032-03-01T17:00:00.000Z' };
      expect(recorded).toMatchObject([
        { ...effective, asked: { submitBy: year.submitBy, appraiseBy: year.appraiseBy } },
      ]);
    });

    it('show everybody the working calendars that deadlines go by, each with its source', async () => {
      const told = sampleCalendar(2031);
      expect(await api.answeredAtOnce(undefined, '/working-calendars?from=2030')).toEqual(
        [2030, 2031, 2032].map((each) => ({ year: each, source: told.source, recordedAt: now })),
      );
      const first = { ...told, recordedAt: now };
      expect(await api.answeredAtOnce(undefined, '/working-calendars/2031')).toEqual({ ...first, earlier: [] });
      const reason = 'Hoán đổi ngày làm việc (mẫu)';
      const swapped = { ...told, workingDays: ['2031-05-10'], source: 'Văn bản mẫu', reason };
      await api.accepted(by, '/working-calendars', swapped);
      const changed = { ...swapped, recordedAt: now, earlier: [first] };
      expect(await api.answeredAtOnce(undefined, '/working-calendars/2031')).toEqual(changed);
      const before = `/working-calendars/2031?asOf=${opened}`;
      expect(await api.answeredAtOnce(undefined, before)).toEqual({ ...first, earlier: [] });
      expect((await api.question(undefined, '/working-calendars/2033')).body).toMatchObject({
        status: 404,
        code: 'period.calendar-is-not-recorded',
      });
    });

    it('refuse a ruleset that differs in one byte from the one published', async () => {
      const forged = { ...rulesetRef(sample), sha256: 'f'.repeat(64) };
      const body = { ...period, year: 2025, blocks: [{ blockId: 'so_nganh', ruleset: forged }] };
      expect((await api.command(by, '/periods', body)).body).toMatchObject({
        status: 404,
        code: 'ruleset.unknown-ruleset',
      });
    });
  });

  describe('rulesets', () => {
    it('are listed as a year names them, and shown in full', async () => {
      const [first] = await api.answered<RulesetRef[]>(undefined, '/rulesets', '0');
      const address = `/rulesets/${first?.id}/${first?.version}/${first?.sha256}`;
      const ruleset = (await api.question(undefined, address)).body as Ruleset;
      expect(rulesetRef(ruleset)).toEqual({ id: first?.id, version: first?.version, sha256: first?.sha256 });
    });

    it('of other bytes do not exist', async () => {
      const { body } = (await api.question(undefined, `/rulesets/${sample.id}/1/${'f'.repeat(64)}`)) as {
        body: unknown;
      };
      expect(body).toMatchObject({ status: 404, code: 'ruleset.unknown-ruleset' });
      expect((await api.question(undefined, `/rulesets/${sample.id}/0/f`)).status).toBe(400);
    });
  });

  it('is ready when log, database and read models are', async () => {
    expect((await api.http().get('/health/live')).body).toEqual({ status: 'ok' });
    for (let tries = 0; tries < 300; tries += 1) {
      if ((await api.http().get('/health/ready')).status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await api.http().get('/health/ready')).body).toEqual({ status: 'ok' });
  });
});
