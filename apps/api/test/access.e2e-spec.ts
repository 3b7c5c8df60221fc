import { RevokeGrant } from '@app/access';
import { assessment, assessmentStream, selfAssessmentSubmitted } from '@app/assessment';
import { CommandBus } from '@nestjs/cqrs';
import { newContext, writeRuleset, writeRulesetRef } from '@app/testing';
import { pause, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import type { Response } from 'supertest';
import { AccessSteps, everything } from './access-steps';
import { apartFromIds } from './apart-from-ids';
import { logs } from './opened-log';
import { type Person, problemIn, RunningApi } from './running-api';

const administrator = 'administrator-of-units';
const names = ['an', 'binh', 'chi', 'dung', 'em', 'giang', 'hoa', 'khoa', 'lan', 'mai'];
const people = names.map((name): Person => `#${name}`);

describe.each(logs)('access, the log in %s', (log) => {
  let api: RunningApi;
  let access: AccessSteps;
  beforeAll(async () => {
    const rulesets = new RulesetCatalog([writeRuleset]);
    api = await RunningApi.start({ log, rulesets, others: people, units: ['so_a', 'huyen_b'] });
    access = new AccessSteps(api);
    for (const [blockId, unitId] of [
      ['khoi_a', 'so_a'],
      ['khoi_b', 'huyen_b'],
    ] as const) {
      await api.accepted(administrator, '/blocks', { blockId, name: blockId });
      const unit = { unitId, name: unitId, type: 'department', registeredOn: '2020-01-01' };
      await api.accepted(administrator, '/units', unit);
      await api.accepted(administrator, `/blocks/${blockId}/members`, { unitId, from: '2020-01-01' });
    }
    const deadlines = { submitBy: '2024-12-31T17:00:00.000Z', appraiseBy: '2025-02-28T17:00:00.000Z' };
    const blocks = ['khoi_a', 'khoi_b'].map((blockId) => ({ blockId, ruleset: writeRulesetRef }));
    await api.accepted(administrator, '/periods', { year: 2024, ...deadlines, blocks });
    for (const [blockId, unitId] of [
      ['khoi_a', 'so_a'],
      ['khoi_b', 'huyen_b'],
    ]) {
      const position = await api.accepted(administrator, `/results/2024/${blockId}/opening`);
      await api.answered('auditor', `/scorecards/2024/${unitId}`, position);
    }
  });
  afterAll(() => api.stop());

  const sheet = (person: Person, unitId: string) => api.question(person, `/scorecards/2024/${unitId}`);
  const codeOf = async (asked: PromiseLike<Response>) => problemIn(await asked).code;
  /** Until another process's word is heard, ms; returns how long it took. */
  async function untilRefused(person: Person, path: string): Promise<number> {
    for (const began = Date.now(); ; await pause(50)) {
      if ((await api.question(person, path)).status === 403) return Date.now() - began;
      if (Date.now() - began > 20_000) throw new Error('Never refused');
    }
  }

  it('is refused to an account of which nothing was ever said', async () => {
    expect(await codeOf(sheet('#an', 'so_a'))).toBe('http.unknown-account');
    expect(await codeOf(api.question('#an', '/me'))).toBe('http.unknown-account');
  });

  it('comes with a grant, at once, and is shown to its holder and to who runs the system', async () => {
    const grant = await access.grant('#an', 'auditor');
    expect((await sheet('#an', 'so_a')).status).toBe(200);
    const held = { id: grant, role: 'auditor', unitId: null, fields: null, blockIds: null, until: null };
    expect(await api.answered('#an', '/me', '0')).toMatchObject({ accountId: 'an', grants: [held] });
    expect(await api.answered('it-admin', '/accounts/an', '0')).toMatchObject({ grants: [held] });
  });

  it('ends when it is revoked, at once, in a session that is open', async () => {
    const grant = await access.grant('#binh', 'auditor');
    expect((await sheet('#binh', 'so_a')).status).toBe(200);
    await access.revoke('#binh', grant);
    expect(await codeOf(sheet('#binh', 'so_a'))).toBe('http.forbidden');
  });

  it('ends within five seconds when another process revokes it', async () => {
    const grant = await access.grant('#binh', 'auditor');
    expect((await sheet('#binh', 'so_a')).status).toBe(200);
    const revocation = { accountId: 'binh', grantId: grant, reason: 'Thôi việc', standing: [] };
    await api.app.get(CommandBus, { strict: false }).execute(new RevokeGrant(revocation, newContext()));
    expect(await untilRefused('#binh', '/scorecards/2024/so_a')).toBeLessThan(5_000);
  });

  it('ends by its own date', async () => {
    await access.grant('#chi', 'auditor', {}, '2024-01-02T01:00:10.000Z');
    expect((await sheet('#chi', 'so_a')).status).toBe(200);
    api.clock.set('2024-01-02T01:00:10.000Z');
    expect(await codeOf(sheet('#chi', 'so_a'))).toBe('http.forbidden');
  });

  it('of the accounts file is revoked like any other', async () => {
    const revocation = { grantId: 'file.unit-head', reason: 'Nghỉ hưu' };
    expect((await sheet('unit-head@huyen_b', 'huyen_b')).status).toBe(200);
    await api.accepted(administrator, '/accounts/tk_unit_head_huyen_b/revocations', revocation);
    expect(await codeOf(sheet('unit-head@huyen_b', 'huyen_b'))).toBe('http.forbidden');
  });

  it('is never granted to oneself, also not in the name of another', async () => {
    const toMe = (person: Person) =>
      api.command(person, '/accounts/dung/grants', { ...everything, role: 'auditor', until: null, reason: 'Cần xem' });
    await access.grant('#dung', 'administrator-of-units');
    expect(await codeOf(toMe('#dung'))).toBe('access.granted-to-oneself');
    await access.delegate('#dung', '#binh', 'administrator-of-units');
    expect(await codeOf(toMe('#binh').set('X-On-Behalf-Of', 'dung'))).toBe('access.granted-to-oneself');
    const response = await api
      .command('#binh', '/accounts/khoa/grants', { ...everything, role: 'auditor', until: null, reason: 'Thanh tra' })
      .set('X-On-Behalf-Of', 'dung');
    expect(response.status).toBe(201);
  });

  describe('by delegation', () => {
    let delegation: string;
    beforeAll(async () => {
      await access.grant('#giang', 'auditor');
      delegation = await access.delegate('#giang', '#hoa', 'auditor');
    });
    const inName = (person: Person, of: string) => sheet(person, 'so_a').set('X-On-Behalf-Of', of);

    it('acts for its giver, and only when it says so', async () => {
      expect((await inName('#hoa', 'giang')).status).toBe(200);
      expect(await codeOf(sheet('#hoa', 'so_a'))).toBe('http.forbidden');
    });

    it('records who acted and in whose name', async () => {
      await access.grant('#khoa', 'administrator-of-units');
      await access.delegate('#khoa', '#hoa', 'administrator-of-units');
      const block = { blockId: 'khoi_c', name: 'Khối C' };
      expect((await api.command('#hoa', '/blocks', block).set('X-On-Behalf-Of', 'khoa')).status).toBe(201);
      const recorded: unknown[] = [];
      for await (const { metadata } of api.store.read('block-khoi_c')) recorded.push(metadata);
      expect(recorded).toMatchObject([{ actor: 'hoa', onBehalfOf: 'khoa', role: 'administrator-of-units' }]);
    });

    it('is not given further', async () => {
      const further = { ...everything, role: 'auditor', until: '2025-01-01T00:00:00.000Z', reason: 'Bận' };
      const give = () => api.command('#hoa', '/accounts/em/delegations', further);
      expect(await codeOf(give())).toBe('access.delegated-further');
      expect(await codeOf(give().set('X-On-Behalf-Of', 'giang'))).toBe('access.delegated-further');
    });

    it('is refused in the same words whether there is such an account, or not', async () => {
      const [known, unknown] = [await inName('#hoa', 'an'), await inName('#hoa', 'khong_ai_ca')];
      expect(problemIn(known)).toMatchObject({ status: 403, code: 'http.not-delegated' });
      expect(apartFromIds(known)).toEqual(apartFromIds(unknown));
    });

    it('is shown to its giver, whoever it was given to, and taken back by what is shown', async () => {
      await access.grant('#lan', 'auditor');
      const given = async (person: Person, path: string) =>
        (await api.answered<{ delegationsGiven: object[] }>(person, path, '0')).delegationsGiven;
      const known = await access.delegate('#lan', '#em', 'auditor');
      const unknown = await access.delegate('#lan', '#chua_dang_nhap', 'auditor');
      const later = await access.delegate('#lan', '#ve_sau', 'auditor', {}, '2025-06-01T00:00:00.000Z');
      const told = (id: string, toAccount: string) => ({ id, role: 'auditor', toAccount });
      const stand = [told(known, 'em'), told(unknown, 'chua_dang_nhap'), told(later, 've_sau')];
      expect(await given('#lan', '/me')).toMatchObject(stand);
      expect(await given('it-admin', '/accounts/lan')).toMatchObject(stand);
      await access.withdraw('#lan', '#chua_dang_nhap', unknown);
      const ended = { ...stand[1], until: api.clock.now() };
      await access.withdraw('#lan', '#ve_sau', later);
      expect(await given('#lan', '/me')).toMatchObject([{ id: known }]);
      expect(await given('it-admin', '/accounts/lan')).toMatchObject([{ id: known }, ended]);
    });

    it('ends when it is withdrawn, and when its giver loses the right', async () => {
      await access.withdraw('#giang', '#hoa', delegation);
      expect(await codeOf(inName('#hoa', 'giang'))).toBe('http.not-delegated');
      await access.delegate('#giang', '#hoa', 'auditor');
      expect((await inName('#hoa', 'giang')).status).toBe(200);
      const account = await api.answered<{ grants: { id: string }[] }>('it-admin', '/accounts/giang', '0');
      await access.revoke('#giang', account.grants[0]?.id ?? '');
      expect(await codeOf(inName('#hoa', 'giang'))).toBe('http.not-delegated');
    });
  });

  describe('out of reach', () => {
    beforeAll(() => access.grant('#em', 'appraiser', { blockIds: ['khoi_a'] }));

    it('is every block but those of the grant', async () => {
      expect((await api.question('#em', '/assessments/2024/so_a/revision')).status).toBe(200);
      expect((await api.question('#em', '/rankings/2024/khoi_a/present')).status).toBe(200);
      expect(await codeOf(api.question('#em', '/rankings/2024/khoi_b/present'))).toBe('http.forbidden');
      expect(await codeOf(sheet('#em', 'huyen_b'))).toBe('http.forbidden');
    });

    it('is what a unit has not submitted, but to whom another role shows it', async () => {
      for (const path of ['/scorecards/2024/so_a', '/assessments/2024/so_a']) {
        expect(problemIn(await api.question('#em', path))).toMatchObject({
          status: 403,
          code: 'http.draft-is-not-shown',
        });
        await api.answeredAtOnce('unit-officer@so_a', path);
      }
      expect((await api.question('#em', '/scorecards/2024/so_a?asOf=1')).status).toBe(403);
      await access.grant('#mai', 'appraiser');
      expect(await codeOf(sheet('#mai', 'so_a'))).toBe('http.draft-is-not-shown');
      for (const year of ['02024', '2024.0', '2.024e3', '0x7e8', '%202024', '+2024']) {
        for (const file of ['scorecards', 'assessments']) {
          expect(await codeOf(api.question('#mai', `/${file}/${year}/so_a`))).toBe('http.invalid-request');
        }
      }
      await access.grant('#mai', 'auditor');
      expect((await sheet('#mai', 'so_a')).status).toBe(200);
    });

    it('is what a unit had not submitted by the moment asked about, also once it has', async () => {
      const before = await api.store.head();
      const submitted = selfAssessmentSubmitted.of({ year: 2024, unitId: 'so_a', approvedBy: ['head'] });
      const file = assessmentStream(2024, 'so_a');
      const writePath = api.app.get(WritePath, { strict: false });
      const { position } = await writePath.execute(assessment, file, newContext(), () => [submitted]);
      for (const path of ['/scorecards/2024/so_a', '/assessments/2024/so_a']) {
        for (const shown of [path, `${path}?asOf=${position}`]) {
          expect((await api.question('#em', shown)).status).toBe(200);
        }
        expect(await codeOf(api.question('#em', `${path}?asOf=${before}`))).toBe('http.draft-is-not-shown');
        expect((await api.question('unit-officer@so_a', `${path}?asOf=${before}`)).status).toBe(200);
      }
      expect(await codeOf(api.question('#em', '/scorecards/2024/so_a?asOf=hom_qua'))).toBe('http.invalid-request');
    });

    it.each<[Person, string, string]>([
      ['#em', '/scorecards/2024/huyen_b', '/scorecards/2024/khong_co'],
      ['#em', '/rankings/2024/khoi_b/present', '/rankings/2024/khong_co/present'],
      ['unit-officer@so_a', '/scorecards/2024/huyen_b', '/scorecards/2024/khong_co'],
      ['unit-head@so_a', '/flags/units/huyen_b', '/flags/units/khong_co'],
      ['it-admin', '/scorecards/2024/huyen_b', '/scorecards/2024/khong_co'],
    ])('%s is not told by how long it takes whether there is anything: %s', async (person, existing, missing) => {
      for (const path of [existing, missing]) expect((await api.question(person, path)).status).toBe(403);
      const times: [number[], number[]] = [[], []];
      for (let round = 0; round < 40; round += 1) {
        times[0].push(await timeOf(() => api.question(person, existing)));
        times[1].push(await timeOf(() => api.question(person, missing)));
      }
      expect(Math.abs(quickOf(times[0]) - quickOf(times[1]))).toBeLessThan(5);
    });
  });
});

async function timeOf(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The tenth that was quickest took so long at most: what other work on the machine moves least. */
function quickOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 10)] ?? 0;
}
