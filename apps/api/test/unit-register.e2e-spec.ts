import { sampleDecree } from '@app/testing';
import type { BlockMembers, FoundUnits, RegisteredUnit } from '@app/unit-register';
import { RunningApi } from './running-api';

const by = 'administrator-of-units';
const decree = sampleDecree;

describe('the register of units', () => {
  let api: RunningApi;
  let after: string;
  beforeAll(async () => {
    api = await RunningApi.start({ units: ['quan_cu', 'phuong_moi'], now: '2025-07-02T01:00:00.000Z' });
    const unit = { type: 'district', officialCode: null, registeredOn: '2021-01-01' };
    await api.accepted(by, '/units', { ...unit, unitId: 'quan_cu', name: 'Quận Mẫu' });
    const ward = { ...unit, type: 'ward', registeredOn: '2025-07-01' };
    await api.accepted(by, '/units', { ...ward, unitId: 'phuong_moi', name: 'Phường Đông Mẫu' });
    await api.accepted(by, '/blocks', { blockId: 'phuong_xa', name: 'Khối phường, xã' });
    await api.accepted(by, '/blocks/phuong_xa/members', { unitId: 'phuong_moi', from: '2025-07-01' });
    const predecessors = [{ unitId: 'quan_cu', share: '1/3' }];
    const lineage = { kind: 'split', predecessors, effectiveOn: '2025-07-01', decree };
    await api.accepted(by, '/units/phuong_moi/lineage', lineage);
    after = await api.accepted(by, '/units/quan_cu/dissolution', { effectiveOn: '2025-07-01', decree });
  });
  afterAll(() => api.stop());

  it('answers what a unit was on a day; today in Vietnam unless a day is asked for', async () => {
    const before = await api.answered<RegisteredUnit>('auditor', '/units/quan_cu?on=2025-06-30', after);
    expect(before).toMatchObject({ status: 'active', validOn: '2025-06-30', successors: [] });
    const today = await api.answered<RegisteredUnit>('unit-head@quan_cu', '/units/quan_cu', after);
    expect(today).toMatchObject({ status: 'dissolved', validOn: '2025-07-02', dissolution: decree });
    expect(today.successors).toMatchObject([{ unitId: 'phuong_moi', kind: 'split', share: '1/3', decree }]);
  });

  it('shows everybody which units there were, found without diacritics', async () => {
    const found = await api.answered<FoundUnits>(undefined, '/units?on=2025-07-01&q=dong%20mau&limit=1', after);
    expect(found).toMatchObject({ total: 1, units: [{ unitId: 'phuong_moi', level: 'commune' }] });
    const earlier = await api.answered<FoundUnits>(undefined, '/units?on=2025-06-30', after);
    expect(earlier.units.map(({ unitId }) => unitId)).toEqual(['quan_cu']);
  });

  it('goes from page to page in the order of names, on the day that it began with', async () => {
    const ward = { unitId: 'phuong_a', name: 'Phường A', type: 'ward', registeredOn: '2021-01-01' };
    await api.accepted(by, '/units', ward);
    await api.accepted(by, '/blocks', { blockId: 'lien_khoi', name: 'Khối mẫu' });
    await api.accepted(by, '/blocks/lien_khoi/members', { unitId: 'quan_cu', from: '2021-01-01' });
    const both = await api.accepted(by, '/blocks/lien_khoi/members', { unitId: 'phuong_a', from: '2021-01-01' });
    await api.answered(undefined, '/units', both);
    for (const path of ['/units', '/blocks/lien_khoi/members']) {
      const met: string[] = [];
      api.clock.set('2025-06-30T01:00:00.000Z');
      let address: string | undefined = `${path}?limit=1`;
      for (let page = 1; address !== undefined && page < 9; page += 1) {
        const response = await api.question(undefined, address);
        const { units, members, validOn } = response.body as Partial<FoundUnits & BlockMembers>;
        met.push(...(units ?? members ?? []).map(({ unitId }) => `${validOn} ${unitId}`));
        address = /^<(.+)>; rel="next"$/.exec((response.headers as { link?: string }).link ?? '')?.[1];
        api.clock.set('2025-07-02T01:00:00.000Z');
      }
      expect(met).toEqual(['2025-06-30 phuong_a', '2025-06-30 quan_cu']);
    }
  });

  it('tells of any day what was known of it at a moment, by position and by instant', async () => {
    api.clock.set('2025-07-03T01:00:00.000Z');
    const known = await api.store.head();
    const rename = { name: 'Phường Tây Mẫu', effectiveOn: '2025-07-01', decree };
    const renamed = await api.accepted(by, '/units/phuong_moi/renaming', rename);
    api.clock.set('2025-07-04T01:00:00.000Z');
    const names = async (query: string) => {
      const { units } = await api.answered<FoundUnits>(undefined, `/units?q=mau&${query}`, renamed);
      return units.map(({ name }) => name);
    };
    expect(await names('on=2025-07-02')).toEqual(['Phường Tây Mẫu']);
    for (const before of [`${known}`, '2025-07-03T00:59:59.999Z']) {
      expect(await names(`asOf=${before}&on=2025-07-02`)).toEqual(['Phường Đông Mẫu']);
      expect(await names(`asOf=${before}&on=2025-06-30`)).toEqual(['Quận Mẫu']);
      const unit = await api.answered<RegisteredUnit>('auditor', `/units/phuong_moi?asOf=${before}`, renamed);
      expect(unit).toMatchObject({ name: 'Phường Đông Mẫu', names: { length: 1 }, asOf: before });
      const { members } = await api.answered<BlockMembers>(
        undefined,
        `/blocks/phuong_xa/members?asOf=${before}`,
        renamed,
      );
      expect(members).toMatchObject([{ name: 'Phường Đông Mẫu' }]);
    }
    expect(await names(`asOf=${renamed}&on=2025-07-02`)).toEqual(['Phường Tây Mẫu']);
  });

  it('takes the day of the moment where none is named', async () => {
    const { validOn } = await api.answered<FoundUnits>(undefined, '/units?asOf=2025-07-03T16:59:59.999Z', after);
    expect(validOn).toBe('2025-07-03');
    const next = await api.answered<FoundUnits>(undefined, '/units?asOf=2025-07-03T17:00:00.000Z', after);
    expect(next.validOn).toBe('2025-07-04');
    const { headers } = await api.question(undefined, '/units?asOf=2025-07-03T16:59:59.999Z');
    expect(headers['x-projection-version']).toMatch(/^unit_register\//);
  });

  it('shows everybody who belonged to a block', async () => {
    const path = '/blocks/phuong_xa/members';
    expect((await api.answered<BlockMembers>(undefined, path, after)).members).toMatchObject([
      { unitId: 'phuong_moi' },
    ]);
    expect((await api.answered<BlockMembers>(undefined, `${path}?on=2025-06-30`, after)).members).toEqual([]);
  });

  it.each([
    ['/units/khong_co', 404, 'unit-register.unit-not-found'],
    ['/blocks/khong_co/members', 404, 'unit-register.block-not-found'],
    ['/units?on=2025-02-30', 422, 'input.date-does-not-exist'],
    ['/units?on=hom-nay', 400, 'http.invalid-request'],
    ['/units?asOf=2025-07-01', 400, 'http.invalid-request'],
    ['/units?asOf=999999999', 400, 'http.invalid-request'],
    ['/units?limit=501', 400, 'http.invalid-request'],
    ['/units?day=2025-07-01', 400, 'http.invalid-request'],
  ])('refuses %s', async (path, status, code) => {
    expect((await api.question('auditor', path)).body).toMatchObject({ status, code });
  });
});
