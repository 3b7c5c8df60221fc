import type { Role } from '@app/access';
import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset, writeRulesetRef } from '@app/testing';
import type { Response } from 'supertest';
import { AccessSteps } from './access-steps';
import { accountIdOf, type Person, problemIn, RunningApi } from './running-api';

const administrator = 'administrator-of-units';

/** What one person must not do both of, to one file or block. */
interface Conflict {
  readonly first: Role;
  readonly second: Role;
  /** The file is submitted before the first act (`submitted`), after it (`then-submitted`), or stays with the unit. */
  readonly file: 'declaring' | 'submitted' | 'then-submitted';
  readonly refusals: readonly string[];
}

const conflicts: Readonly<Record<string, Conflict>> = {
  'approve what one entered': {
    ...{ first: 'unit-officer', second: 'unit-head', file: 'declaring' },
    refusals: ['assessment.approver-entered-figures'],
  },
  'appraise what one entered': {
    ...{ first: 'unit-officer', second: 'appraiser', file: 'then-submitted' },
    refusals: ['assessment.appraiser-entered-figures', 'assessment.own-unit-appraised'],
  },
  'appraise the own unit': {
    ...{ first: 'unit-head', second: 'appraiser', file: 'submitted' },
    refusals: ['assessment.own-unit-appraised'],
  },
  'announce, without which nothing is published, what one appraised': {
    ...{ first: 'appraiser', second: 'administrator-of-units', file: 'submitted' },
    refusals: ['publication.publisher-appraised'],
  },
};

/** Who is who in one case: `a` acts first; the others are clean. */
interface Cast {
  readonly unitId: string;
  readonly a: Person;
  readonly again: Person;
  readonly b: Person;
}

let api: RunningApi;
let access: AccessSteps;

const scopeFor = (role: Role, { unitId }: Cast) => (role.startsWith('unit-') ? { unitId } : {});

/** The one act of each role that counts here. */
function act(role: Role, person: Person, { unitId }: Cast, onBehalfOf?: Person): PromiseLike<Response> {
  const file = `/assessments/2024/${unitId}`;
  const acts: Partial<Record<Role, () => ReturnType<RunningApi['command']>>> = {
    'unit-officer': () => api.command(person, `${file}/self-scores`, declared('1.1.2')),
    'unit-head': () => api.command(person, `${file}/submission`),
    appraiser: () => api.command(person, `${file}/confirmations`, { component: '1.1.2', round: 1 }),
    'administrator-of-units': () => api.command(person, '/results/2024/khoi/provisional-results', { objectUntil }),
  };
  const request = acts[role]?.();
  if (!request) throw new Error(`${role} has no part in this`);
  return onBehalfOf === undefined ? request : request.set('X-On-Behalf-Of', accountIdOf(onBehalfOf));
}

const objectUntil = '2025-06-30T17:00:00.000Z';
const kinds: Readonly<Record<string, object>> = {
  '1.1.1': { kind: 'choice', value: 'yes' },
  '1.1.2': { kind: 'ratio', numerator: '1', denominator: '2' },
  '1.1.3': { kind: 'points', points: '3' },
  '1.1.4': { kind: 'ratio', numerator: '1', denominator: '1' },
  '1.1.5': { kind: 'ratio', numerator: '1', denominator: '1' },
  '2.1.3': { kind: 'points', points: '1' },
};
const declared = (component: string) => ({
  ...{ component, declaration: kinds[component], evidence: [], explanation: 'Chưa có tài liệu' },
});

/** The first act, done; heads have none here: that they work for the unit is enough. */
async function firstAct({ first, second }: Conflict, person: Person, cast: Cast, onBehalfOf?: Person): Promise<void> {
  if (first === 'unit-head') return;
  const response = await act(first, person, cast, onBehalfOf);
  if (response.status !== 201) throw new Error(JSON.stringify(response.body));
  if (second === 'unit-head') await approvalRequested(cast);
}

async function approvalRequested({ unitId }: Cast): Promise<void> {
  await api.accepted(`unit-officer@${unitId}`, `/assessments/2024/${unitId}/approval-requests`);
}

async function submitted({ file }: Conflict, when: Conflict['file'], cast: Cast): Promise<void> {
  if (file === when) await approved(cast);
}

async function approved(cast: Cast): Promise<void> {
  await approvalRequested(cast);
  await api.accepted(`unit-head@${cast.unitId}`, `/assessments/2024/${cast.unitId}/submission`);
}

/** The ways in which somebody may come to the second act; each ends with the step that must be denied. */
const manners: Readonly<Record<string, (conflict: Conflict, cast: Cast) => Promise<() => PromiseLike<Response>>>> = {
  'with another role by then': async (conflict, cast) => {
    await changeRole(conflict, cast);
    return () => act(conflict.second, cast.a, cast);
  },
  'signed in anew, with another token': async (conflict, cast) => {
    await changeRole(conflict, cast);
    return () => act(conflict.second, cast.again, cast);
  },
  'with both roles at once': async (conflict, cast) => {
    await access.grant(cast.a, conflict.first, scopeFor(conflict.first, cast));
    await firstAct(conflict, cast.a, cast);
    await submitted(conflict, 'then-submitted', cast);
    return withSecondRole(conflict, cast);
  },
  'in the name of somebody else': async (conflict, cast) => {
    const grant = await access.grant(cast.a, conflict.first, scopeFor(conflict.first, cast));
    await firstAct(conflict, cast.a, cast);
    await submitted(conflict, 'then-submitted', cast);
    await access.revoke(cast.a, grant);
    await access.grant(cast.b, conflict.second, scopeFor(conflict.second, cast));
    await access.delegate(cast.b, cast.a, conflict.second, scopeFor(conflict.second, cast));
    return () => act(conflict.second, cast.a, cast, cast.b);
  },
  'after a first act that somebody else did in their name': async (conflict, cast) => {
    const grant = await access.grant(cast.a, conflict.first, scopeFor(conflict.first, cast));
    await access.delegate(cast.a, cast.b, conflict.first, scopeFor(conflict.first, cast));
    await firstAct(conflict, cast.b, cast, cast.a);
    await submitted(conflict, 'then-submitted', cast);
    await access.revoke(cast.a, grant);
    await access.grant(cast.a, conflict.second, scopeFor(conflict.second, cast));
    return () => act(conflict.second, cast.a, cast);
  },
  'by own right, after acting for somebody else by delegation': async (conflict, cast) => {
    await access.grant(cast.b, conflict.first, scopeFor(conflict.first, cast));
    const delegation = await access.delegate(cast.b, cast.a, conflict.first, scopeFor(conflict.first, cast));
    await firstAct(conflict, cast.a, cast, cast.b);
    await submitted(conflict, 'then-submitted', cast);
    await access.withdraw(cast.b, cast.a, delegation);
    await access.grant(cast.a, conflict.second, scopeFor(conflict.second, cast));
    return () => act(conflict.second, cast.a, cast);
  },
  'by own right, while the delegation lasts': async (conflict, cast) => {
    await access.grant(cast.b, conflict.first, scopeFor(conflict.first, cast));
    await access.delegate(cast.b, cast.a, conflict.first, scopeFor(conflict.first, cast));
    await firstAct(conflict, cast.a, cast, cast.b);
    await submitted(conflict, 'then-submitted', cast);
    return withSecondRole(conflict, cast);
  },
  'by the hand of somebody else, in their own name': async (conflict, cast) => {
    await changeRole(conflict, cast);
    await access.delegate(cast.a, cast.b, conflict.second, scopeFor(conflict.second, cast));
    return () => act(conflict.second, cast.b, cast, cast.a);
  },
};

/** The second role beside the first: the act in it, or its granting where that is refused. */
async function withSecondRole({ second }: Conflict, cast: Cast): Promise<() => PromiseLike<Response>> {
  const grant = await access.granting(cast.a, second, scopeFor(second, cast));
  if (grant.status === 201) return () => act(second, cast.a, cast);
  return () => access.granting(cast.a, second, scopeFor(second, cast));
}

async function changeRole(conflict: Conflict, cast: Cast): Promise<void> {
  const grant = await access.grant(cast.a, conflict.first, scopeFor(conflict.first, cast));
  await firstAct(conflict, cast.a, cast);
  await submitted(conflict, 'then-submitted', cast);
  await access.revoke(cast.a, grant);
  await access.grant(cast.a, conflict.second, scopeFor(conflict.second, cast));
}

const matrix = Object.keys(conflicts).flatMap((conflict) => Object.keys(manners).map((manner) => [conflict, manner]));
const castOf = (at: number): Cast => ({ unitId: `so_${at}`, a: `#a_${at}`, again: `#a_${at}!2`, b: `#b_${at}` });
/** One for each case, and one whom nothing is denied. */
const casts = [...matrix, []].map((_pair, at) => castOf(at));

beforeAll(async () => {
  api = await RunningApi.start({
    units: casts.map(({ unitId }) => unitId),
    others: casts.flatMap(({ a, again, b }) => [a, again, b]),
    rulesets: new RulesetCatalog([writeRuleset]),
  });
  access = new AccessSteps(api);
  await api.accepted(administrator, '/blocks', { blockId: 'khoi', name: 'Khối' });
  for (const { unitId } of casts) {
    const unit = { unitId, name: unitId, type: 'department', registeredOn: '2020-01-01' };
    await api.accepted(administrator, '/units', unit);
    await api.accepted(administrator, '/blocks/khoi/members', { unitId, from: '2020-01-01' });
  }
  const deadlines = { submitBy: '2024-12-31T17:00:00.000Z', appraiseBy: '2025-02-28T17:00:00.000Z' };
  const blocks = [{ blockId: 'khoi', ruleset: writeRulesetRef }];
  await api.accepted(administrator, '/periods', { year: 2024, ...deadlines, blocks });
  await api.accepted(administrator, '/results/2024/khoi/opening');
  for (const { unitId } of casts) {
    for (const component of Object.keys(kinds)) {
      const path = `/assessments/2024/${unitId}/self-scores`;
      await api.accepted(`unit-officer@${unitId}`, path, declared(component));
    }
  }
});
afterAll(() => api.stop());

describe.each(Object.keys(conflicts))('nobody may %s', (name) => {
  const conflict = conflicts[name] as Conflict;

  it.each(Object.keys(manners))('%s', async (manner) => {
    const cast = castOf(matrix.findIndex(([one, other]) => one === name && other === manner));
    await submitted(conflict, 'submitted', cast);
    const denied = await manners[manner]?.(conflict, cast);
    const before = await api.store.head();
    const problem = problemIn(await (denied as () => PromiseLike<Response>)());
    expect([...conflict.refusals, 'access.roles-are-separated']).toContain(problem.code);
    expect(await api.store.head()).toBe(before);
  });
});

it('lets others do all of it', async () => {
  const cast = castOf(matrix.length);
  await access.grant('#b_1', 'appraiser');
  await approved(cast);
  expect((await act('appraiser', '#b_1', cast)).status).toBe(201);
  expect(problemIn(await act(administrator, administrator, cast)).code).toBe('publication.results-are-not-ready');
});
