import type { Ranking } from '@app/ranking';
import { RulesetCatalog } from '@app/ruleset';
import { sampleDecree, writeRuleset, writeRulesetRef } from '@app/testing';
import type { BlockMembers, RegisteredUnit } from '@app/unit-register';
import { YearOfUnits } from '../../../test/scenarios/year-of-units';
import { AccessSteps } from './access-steps';
import { logs } from './opened-log';
import { accountIdOf, type Person, problemIn, RunningApi } from './running-api';

const administrator = 'administrator-of-units';
const deputy: Person = '#thay_quan_tri';
const [block, wrongBlock] = ['so_nganh', 'quan_huyen'];
const units = ['so_a', 'so_b', 'so_c'];
const grounds = { reason: 'Nhập nhầm theo bản dự thảo (mẫu)', documentNumber: '12/CV-MẪU' };
const decree = sampleDecree;
const plan = (unitId: string) => {
  return { unitId, yes: true, ratio: '100', byHand: '3', survey: 'A', upheldComplaints: 0 } as const;
};

/** What was typed wrongly is put right, by whoever may record it; what was typed stays on record. Units are samples (mẫu). */
describe.each(logs)('corrections of the register, the log in %s', (log) => {
  let api: RunningApi;
  let last: string;
  const accepted = async (...command: Parameters<RunningApi['accepted']>) => (last = await api.accepted(...command));
  const unitOf = (unitId: string, query = '') =>
    api.answered<RegisteredUnit>('auditor', `/units/${unitId}${query}`, last);

  beforeAll(async () => {
    const rulesets = new RulesetCatalog([writeRuleset]);
    api = await RunningApi.start({ log, units, others: [deputy], rulesets });
    for (const blockId of [block, wrongBlock]) await accepted(administrator, '/blocks', { blockId, name: blockId });
    for (const unitId of units) {
      const unit = { unitId, name: `${unitId} (mẫu)`, type: 'department', registeredOn: '2020-01-01' };
      await accepted(administrator, '/units', unit);
    }
    for (const unitId of ['so_a', 'so_b'])
      await accepted(administrator, `/blocks/${block}/members`, { unitId, from: '2020-01-01' });
    await new AccessSteps(api).delegate(administrator, deputy, administrator);
  });
  afterAll(() => api.stop());

  describe('a tenure', () => {
    const at = '/units/so_a/tenure-corrections';
    const wrong = { office: 'head', personId: 'p1', from: '2021-01-01' };
    const right = { personId: 'p2', personName: 'Trưởng đúng (mẫu)', from: '2021-02-01', until: null };
    const correction = { ...wrong, corrected: right, ...grounds };
    let typed: string;
    beforeAll(async () => {
      typed = await accepted(administrator, '/units/so_a/offices', { ...wrong, personName: 'Trưởng nhầm (mẫu)' });
    });

    it.each<[string, object, number, string]>([
      ['nobody recorded', { ...correction, from: '2021-01-02' }, 404, 'unit.tenure-is-not-on-record'],
      [
        'ends before it begins',
        { ...correction, corrected: { ...right, until: '2021-01-31' } },
        422,
        'unit.tenures-overlap',
      ],
      [
        'has a day that there is not',
        { ...correction, corrected: { ...right, from: '2021-02-30' } },
        422,
        'input.date-does-not-exist',
      ],
      [
        'is as it was',
        { ...correction, corrected: { ...wrong, office: undefined, personName: 'Trưởng nhầm (mẫu)', until: null } },
        409,
        'unit.correction-changes-nothing',
      ],
    ])('is not corrected to what %s', async (_, body, status, code) =>
      expect(await api.refused(administrator, at, body)).toMatchObject({ status, code }),
    );

    it('names every field that is missing: also what is so instead has to be written', async () => {
      const problem = await api.refused(administrator, at, wrong);
      expect(problem).toMatchObject({ status: 400, code: 'http.invalid-request' });
      expect(problem.errors?.map(({ field }) => field).sort()).toEqual(['corrected', 'documentNumber', 'reason']);
    });

    it('is corrected on what was seen, by whoever records tenures', async () => {
      const blind = problemIn(await api.blindCommand(administrator, at, correction));
      expect([blind.status, blind.code]).toEqual([428, 'http.precondition-required']);
      expect(await api.refused('auditor', at, correction)).toMatchObject({ status: 403 });
    });

    it('is corrected by a deputy too, and shows with who did it and why; as of before as it was typed', async () => {
      const name = { 'X-On-Behalf-Of': accountIdOf(administrator) };
      const response = await api.command(deputy, at, correction).set(name);
      expect(response.status).toBe(201);
      last = (response.body as { position: string }).position;
      const { tenures, corrections } = await unitOf('so_a');
      expect(tenures).toEqual([{ office: 'head', ...right }]);
      expect(corrections).toMatchObject([
        {
          ...{ subject: 'tenure', ...wrong, corrected: right, ...grounds },
          ...{ actor: accountIdOf(deputy), onBehalfOf: accountIdOf(administrator) },
        },
      ]);
      const then = await unitOf('so_a', `?asOf=${typed}`);
      expect(then.tenures).toMatchObject([{ personId: 'p1', from: '2021-01-01' }]);
      expect(then.corrections).toEqual([]);
    });

    it('is taken off the record, and told anew', async () => {
      const { personId, from } = right;
      await accepted(administrator, at, { office: 'head', personId, from, corrected: null, ...grounds });
      expect(await unitOf('so_a')).toMatchObject({ tenures: [], corrections: { length: 2 } });
      const next = { office: 'head', personId: 'p3', personName: 'Trưởng khác (mẫu)', from: '2021-01-01' };
      await accepted(administrator, '/units/so_a/offices', next);
      expect((await unitOf('so_a')).tenures).toMatchObject([{ personId: 'p3', until: null }]);
    });
  });

  describe('a membership', () => {
    const at = (blockId: string) => `/blocks/${blockId}/membership-corrections`;
    const wrong = { unitId: 'so_c', from: '2022-01-01' };
    const days = (from: string, until: string | null = null) => ({ ...wrong, corrected: { from, until }, ...grounds });

    it('in the wrong block is taken off there, and the right one is joined', async () => {
      await accepted(administrator, `/blocks/${wrongBlock}/members`, wrong);
      await accepted(administrator, at(wrongBlock), { ...wrong, corrected: null, ...grounds });
      await accepted(administrator, `/blocks/${block}/members`, wrong);
      expect((await unitOf('so_c')).blocks).toMatchObject([{ blockId: block, from: '2022-01-01' }]);
      const { members } = await api.answered<BlockMembers>(undefined, `/blocks/${wrongBlock}/members`, last);
      expect(members).toEqual([]);
    });

    it('with a wrong day is corrected', async () => {
      await accepted(administrator, at(block), days('2022-07-01'));
      const before = await unitOf('so_c', '?on=2022-06-30');
      expect(before.blocks).toEqual([]);
      expect((await unitOf('so_c', '?on=2022-07-01')).corrections.map(({ subject }) => subject)).toEqual([
        'membership',
        'membership',
      ]);
      const first = { unitId: 'so_c', from: '2022-07-01', corrected: { from: '2022-01-01', until: null }, ...grounds };
      await accepted(administrator, at(block), first);
    });

    it.each<[string, string, object, number, string]>([
      [
        'that nobody recorded',
        block,
        { ...days('2022-07-01'), from: '2022-01-02' },
        404,
        'unit.membership-is-not-on-record',
      ],
      ['of a block that there is not', 'khong_co', days('2022-07-01'), 404, 'unit.block-not-defined'],
      ['that ends before it begins', block, days('2022-07-01', '2022-06-30'), 422, 'unit.memberships-overlap'],
      ['that stays as it was', block, days('2022-01-01'), 409, 'unit.correction-changes-nothing'],
    ])('is not corrected: %s', async (_, blockId, body, status, code) =>
      expect(await api.refused(administrator, at(blockId), body)).toMatchObject({ status, code }),
    );
  });

  describe('a change', () => {
    const at = '/units/so_c/change-withdrawals';
    const lineage = {
      ...{ kind: 'partial-transfer', effectiveOn: '2024-01-01', decree },
      predecessors: [{ unitId: 'so_b', share: '1/3' }],
    };
    const transfer = { kind: 'partial-transfer', effectiveOn: '2024-01-01', predecessorIds: ['so_b'], ...grounds };

    it('that nobody recorded is not withdrawn', async () =>
      expect(await api.refused(administrator, at, transfer)).toMatchObject({
        ...{ status: 404, code: 'unit.change-is-not-on-record' },
        details: { unitId: 'so_c', change: 'partial-transfer' },
      }));

    it('is withdrawn, shows so, and may be told again', async () => {
      const told = await accepted(administrator, '/units/so_c/lineage', lineage);
      await accepted(administrator, at, transfer);
      const { predecessors, corrections } = await unitOf('so_c');
      expect([predecessors, corrections.at(-1)]).toMatchObject([
        [],
        { subject: 'change', change: 'partial-transfer', from: '2024-01-01', corrected: null, ...grounds },
      ]);
      expect((await unitOf('so_b')).successors).toEqual([]);
      expect((await unitOf('so_c', `?asOf=${told}`)).predecessors).toMatchObject([{ unitId: 'so_b' }]);
      await accepted(administrator, '/units/so_c/lineage', lineage);
    });

    it('that a succession ruling rests on stays, until it is ruled anew', async () => {
      const ruling = { year: 2024, predecessorId: 'so_b', takesOver: null, reason: 'Kế thừa (mẫu)' };
      await accepted(administrator, '/units/so_c/succession-rulings', ruling);
      expect(await api.refused(administrator, at, transfer)).toMatchObject({
        ...{ status: 409, code: 'unit.change-is-in-use' },
        details: { year: 2024, by: 'ruling' },
      });
      await accepted(administrator, '/units/so_c/succession-rulings', { ...ruling, predecessorId: 'so_c' });
      await accepted(administrator, at, transfer);
      expect((await unitOf('so_c')).predecessors).toEqual([]);
    });

    it.each([
      ['renaming', '/renaming', { name: 'Sở Nhầm (mẫu)' }, { name: 'so_c (mẫu)' }],
      ['level-change', '/levels', { type: 'district', parentId: null }, { type: 'department' }],
      ['dissolution', '/dissolution', {}, { status: 'active', dissolvedOn: null }],
    ])('of the unit alone is withdrawn too: %s', async (kind, path, told, expected) => {
      const effectiveOn = '2024-01-01';
      await accepted(administrator, `/units/so_c${path}`, { ...told, effectiveOn, decree });
      expect(await unitOf('so_c')).not.toMatchObject(expected);
      await accepted(administrator, at, { kind, effectiveOn, predecessorIds: [], ...grounds });
      expect(await unitOf('so_c')).toMatchObject(expected);
    });
  });

  /** The last of all: what is announced cannot be taken back. */
  describe('once something rests on it', () => {
    const from = (unitId: string, day: string | null) => {
      const corrected = day === null ? null : { from: day, until: null };
      return { unitId, from: '2020-01-01', corrected, ...grounds };
    };
    const at = `/blocks/${block}/membership-corrections`;
    const years = () => new YearOfUnits(api, block);
    const present = async () => {
      const { ranked, unranked } = await api.answered<Ranking>('auditor', `/rankings/2024/${block}/present`, last);
      return [...ranked, ...unranked].map(({ unitId }) => unitId).sort();
    };

    it('a membership follows into the ranking of the open year, and stays while the unit’s file stands in the block', async () => {
      last = (await years().open(2024, writeRulesetRef)).position;
      expect(await present()).toEqual(units);
      expect(await api.refused(administrator, at, from('so_a', null))).toMatchObject({
        ...{ status: 409, code: 'unit.membership-is-in-use' },
        details: { unitId: 'so_a', year: 2024, by: 'file' },
      });
      await accepted(administrator, at, from('so_a', '2024-02-01'));
      await accepted(administrator, at, { ...from('so_a', '2020-01-01'), from: '2024-02-01' });
      expect(await present()).toEqual(units);
    });

    it('an end that was withdrawn opens the unit’s file again', async () => {
      const [effectiveOn, officer] = ['2024-01-02', 'unit-officer@so_b'] as const;
      const [declaration = {}] = years().declarations(plan('so_b'));
      await accepted(administrator, '/units/so_b/dissolution', { effectiveOn, decree });
      const file = '/assessments/2024/so_b/self-scores';
      expect(await api.refused(officer, file, declaration)).toMatchObject({ code: 'assessment.unit-has-ended' });
      const end = { kind: 'dissolution', effectiveOn, predecessorIds: [], ...grounds };
      await accepted(administrator, '/units/so_b/change-withdrawals', end);
      await accepted(officer, file, declaration);
    });

    it('neither memberships nor changes are corrected in a year of which results were announced', async () => {
      await accepted(administrator, '/units/so_c/renaming', {
        name: 'Sở Mới (mẫu)',
        effectiveOn: '2024-01-02',
        decree,
      });
      const ahead = { name: 'Sở Mới Nữa (mẫu)', effectiveOn: '2026-01-01', decree };
      await accepted(administrator, '/units/so_c/renaming', ahead);
      api.clock.set('2025-03-10T02:00:00.000Z');
      await years().announce(2024);
      expect(await api.refused(administrator, at, from('so_a', '2024-02-01'))).toMatchObject({
        ...{ status: 409, code: 'unit.membership-is-in-use' },
        details: { unitId: 'so_a', year: 2024, by: 'results' },
      });
      await accepted(administrator, at, from('so_a', '2020-06-01'));
      const withdrawal = { kind: 'renaming', effectiveOn: '2024-01-02', predecessorIds: [], ...grounds };
      expect(await api.refused(administrator, '/units/so_c/change-withdrawals', withdrawal)).toMatchObject({
        ...{ status: 409, code: 'unit.change-is-in-use' },
        details: { year: 2024, by: 'results' },
      });
      const early = { ...withdrawal, effectiveOn: ahead.effectiveOn };
      await accepted(administrator, '/units/so_c/change-withdrawals', early);
      expect((await unitOf('so_c', '?on=2026-01-01')).name).toBe('Sở Mới (mẫu)');
    });

    it('what was recorded by mistake after those results is put right: they do not rest on it', async () => {
      const end = { kind: 'dissolution', effectiveOn: '2024-12-01', predecessorIds: [], ...grounds };
      await accepted(administrator, '/units/so_a/dissolution', { effectiveOn: end.effectiveOn, decree });
      await accepted(administrator, '/units/so_a/change-withdrawals', end);
      expect(await unitOf('so_a')).toMatchObject({ status: 'active', dissolvedOn: null });

      await accepted(administrator, `/blocks/${block}/departures`, { unitId: 'so_a', until: '2024-11-30' });
      const first = { unitId: 'so_a', from: '2020-06-01', ...grounds };
      const elsewhere = { ...first, corrected: { from: '2020-06-01', until: '2024-12-15' } };
      expect(await api.refused(administrator, at, elsewhere)).toMatchObject({
        ...{ status: 409, code: 'unit.membership-is-in-use' },
        details: { unitId: 'so_a', year: 2024, by: 'results' },
      });
      await accepted(administrator, at, { ...first, corrected: { from: '2020-06-01', until: null } });
      expect(await present()).toEqual(units);
    });
  });
});
