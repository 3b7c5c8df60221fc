import { RulesetCatalog } from '@app/ruleset';
import { sampleDecree, writeRuleset, writeRulesetRef } from '@app/testing';
import { YearOfUnits } from '../../../test/scenarios/year-of-units';
import { AccessSteps } from './access-steps';
import { accountIdOf, type Person, problemIn, RunningApi } from './running-api';

const administrator = 'administrator-of-units';
const year = 2024;

/** Out of the first came a part of the second and a part of the third; out of the second came a part of the fourth. */
const units = ['so_goc', 'so_con', 'so_em', 'so_chau'];
const descent = [
  ['so_con', 'so_goc'],
  ['so_em', 'so_goc'],
  ['so_chau', 'so_con'],
] as const;

/** Who works in the first is no stranger to the second. */
const kin = [
  ['so_con', 'so_goc'],
  ['so_goc', 'so_con'],
  ['so_chau', 'so_goc'],
  ['so_goc', 'so_chau'],
] as const;
const strangers = [
  ['so_em', 'so_con'],
  ['so_con', 'so_em'],
] as const;

const councillors = units.map((unitId): Person => `council@${unitId}`);

let api: RunningApi;
let years: YearOfUnits;
beforeAll(async () => {
  api = await RunningApi.start({ units, others: councillors, rulesets: new RulesetCatalog([writeRuleset]) });
  years = new YearOfUnits(api, 'khoi');
  await api.accepted(administrator, '/blocks', { blockId: 'khoi', name: 'Khối' });
  for (const unitId of units) {
    const unit = { unitId, name: unitId, type: 'department', registeredOn: '2020-01-01' };
    await api.accepted(administrator, '/units', unit);
    await api.accepted(administrator, '/blocks/khoi/members', { unitId, from: '2020-01-01' });
  }
  for (const [unitId, predecessor] of descent) {
    const predecessors = [{ unitId: predecessor, share: '1/4' }];
    const change = { kind: 'partial-transfer', effectiveOn: '2023-07-01', predecessors, decree: sampleDecree };
    await api.accepted(administrator, `/units/${unitId}/lineage`, change);
  }
  await years.open(year, writeRulesetRef);
  for (const unitId of units) await years.declareAndSubmit(year, planOf(unitId));
});
afterAll(() => api.stop());

const planOf = (unitId: string) => ({
  ...({ unitId, yes: true, ratio: '100', byHand: '3', survey: 'A', upheldComplaints: 0 } as const),
});
const confirming = { component: '1.1.1', round: 1 };

async function refusalOf(person: Person, path: string, body: object, onBehalfOf?: Person): Promise<string> {
  const before = await api.store.head();
  const command = api.command(person, path, body);
  const asked = onBehalfOf === undefined ? command : command.set('X-On-Behalf-Of', accountIdOf(onBehalfOf));
  const { code } = problemIn(await asked);
  expect(await api.store.head()).toBe(before);
  return code;
}

it.each(kin)('whoever works in %s appraises nothing of %s', async (works, unitId) => {
  const path = `/assessments/${year}/${unitId}/confirmations`;
  expect(await refusalOf(`appraiser@${works}`, path, confirming)).toBe('assessment.own-unit-appraised');
});

it('neither does anybody in the name of somebody whose right it is', async () => {
  await new AccessSteps(api).delegate('appraiser', 'appraiser@so_con', 'appraiser');
  const path = `/assessments/${year}/so_goc/confirmations`;
  const refused = await refusalOf('appraiser@so_con', path, confirming, 'appraiser');
  expect(refused).toBe('assessment.own-unit-appraised');
});

it.each(kin)('the head of %s neither approves nor objects for %s', async (works, unitId) => {
  for (const path of [`/assessments/${year}/${unitId}/submission`, `/cases/${year}/${unitId}/objections`])
    expect(await refusalOf(`unit-head@${works}`, path, {})).toBe('http.forbidden');
});

it.each(strangers)('%s and %s came out of the same unit, and are strangers to each other', async (works, unitId) => {
  await api.accepted(`appraiser@${works}`, `/assessments/${year}/${unitId}/confirmations`, confirming);
});

describe('when the appraisal is done', () => {
  const file = `/assessments/${year}/so_goc`;
  const minutes = { number: '1/BB', heldOn: '2024-01-02' };
  const decided = {
    ...{ component: '1.1.3', from: '3', to: '2', reason: 'Đủ căn cứ', minutes },
    votes: { for: 3, against: 0, abstained: 0 },
  };
  const ruling = {
    ...{ component: '1.1.2', from: '2', to: '1', reason: 'Khiếu nại đúng' },
    case: { kind: 'complaint', caseId: 'kn_1' },
    decision: { number: '1/QĐ', signedOn: '2024-01-02', signer: 'Chủ tịch Hội đồng' },
  };

  beforeAll(async () => {
    await years.appraise(year, planOf('so_goc'));
    const received = { receivedOn: '2024-01-02', dueOn: '2024-02-01', channel: 'van_ban', externalNumber: '1/KN' };
    const complaint = { caseId: 'kn_1', kind: 'complaint', component: '1.1.2', ...received };
    await api.accepted('case-handler', `/cases/${year}/so_goc`, complaint);
    const upheld = { outcome: 'upheld', closedOn: '2024-01-02', reason: 'Đúng' };
    await api.accepted('case-handler', `/cases/${year}/so_goc/kn_1/closure`, upheld);
  });

  it.each(['so_goc', 'so_con', 'so_chau'])(
    'whoever works in %s enters no decision and no ruling on so_goc',
    async (works) => {
      expect(await refusalOf(`council@${works}`, `${file}/council-decisions`, decided)).toBe(
        'assessment.own-unit-decided',
      );
      expect(await refusalOf(`council@${works}`, `${file}/rulings`, ruling)).toBe('assessment.ruler-is-involved');
    },
  );

  it('whoever belongs to none of them does', async () => {
    await api.accepted('council', `${file}/council-decisions`, decided);
    await api.accepted('council', `${file}/rulings`, ruling);
  });
});
