import { JsonLogger } from '@app/platform';
import type { Role } from '@app/access';
import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset } from '@app/testing';
import type { Response } from 'supertest';
import { AccessSteps } from './access-steps';
import { accountIdOf, type Person, problemIn, RunningApi } from './running-api';
import { type State, stateNames } from './state-table';
import { attempts, openYear, ruler, UnitYearCourse } from './unit-year-course';

const administrator = 'administrator-of-units';

/** Who is who in one case: `a` acts first; `b` is clean. */
interface Cast {
  readonly unitId: string;
  readonly blockId: string;
  readonly a: Person;
  readonly again: Person;
  readonly b: Person;
}

/** One act: in which role, at which address, with what. */
interface Act {
  readonly role: Role;
  readonly path: (cast: Cast) => string;
  readonly body: object;
}

const onFile = (end: string) => (cast: Cast) => `/assessments/2024/${cast.unitId}/${end}`;
const onResults = (end: string) => (cast: Cast) => `/results/2024/${cast.blockId}/${end}`;
const onCase = (end: string) => (cast: Cast) => `/cases/2024/${cast.unitId}/kd_1/${end}`;
const body = (name: string): object => attempts[name] ?? {};
const component = '1.1.2';
const acts = {
  enter: { role: 'unit-officer', path: onFile('self-scores'), body: body('self-scores') },
  approve: { role: 'unit-head', path: onFile('submission'), body: {} },
  appraise: { role: 'appraiser', path: onFile('confirmations'), body: { component, round: 1 } },
  close: { role: 'appraiser', path: onFile('closure'), body: {} },
  decide: {
    ...{ role: 'council', path: onFile('council-decisions') },
    body: { ...body('council-decisions'), component, from: '2', to: '2' },
  },
  rule: {
    ...{ role: 'council', path: onFile('rulings') },
    body: { ...body('rulings'), component, from: '2', to: '1.5' },
  },
  conclude: { role: 'case-handler', path: onCase('closure'), body: body('{caseId}/closure') },
  announce: { role: administrator, path: onResults('provisional-results'), body: body('provisional-results') },
  publish: { role: administrator, path: onResults('publication'), body: body('publication') },
  correct: { role: administrator, path: onResults('corrections'), body: body('corrections') },
} as const satisfies Readonly<Record<string, Act>>;
type ActName = keyof typeof acts;

/** What one person must not do both of, to one file or block. */
interface Conflict {
  /** An act, or only working for the unit in a role. */
  readonly first: ActName | Extract<Role, `unit-${string}`>;
  readonly second: ActName;
  /** The state of the unit's year in which the first act is done, the state that it leads to when it is a step, and that of the second. */
  readonly at: State;
  readonly to?: State;
  readonly then?: State;
  readonly refusals: readonly string[];
}

const entered = ['assessment.council-entered-figures', 'assessment.own-unit-decided'];
const involved = ['assessment.ruler-is-involved'];
const publisher = ['publication.publisher-appraised'];
const conflicts: Readonly<Record<string, Conflict>> = {
  'approve what one entered': {
    ...{ first: 'enter', second: 'approve', at: 'decl', then: 'wait' },
    refusals: ['assessment.approver-entered-figures'],
  },
  'appraise what one entered': {
    ...{ first: 'enter', second: 'appraise', at: 'decl', then: 'subm' },
    refusals: ['assessment.appraiser-entered-figures', 'assessment.own-unit-appraised'],
  },
  'appraise the own unit': {
    ...{ first: 'unit-head', second: 'appraise', at: 'subm' },
    refusals: ['assessment.own-unit-appraised'],
  },
  'decide for the council on what one entered': {
    ...{ first: 'enter', second: 'decide', at: 'decl', then: 'clos', refusals: entered },
  },
  'decide for the council on the own unit': {
    ...{ first: 'unit-officer', second: 'decide', at: 'clos', refusals: entered },
  },
  'decide for the council on what one appraised': {
    ...{ first: 'appraise', second: 'decide', at: 'appr', then: 'clos' },
    refusals: ['assessment.council-appraised'],
  },
  'rule on what one entered': {
    ...{ first: 'enter', second: 'rule', at: 'decl', then: 'uphd', refusals: involved },
  },
  'rule on what one appraised': {
    ...{ first: 'appraise', second: 'rule', at: 'appr', then: 'uphd', refusals: involved },
  },
  'rule on what one entered for the council': {
    ...{ first: 'decide', second: 'rule', at: 'clos', then: 'uphd', refusals: involved },
  },
  'conclude a case about the own unit': {
    ...{ first: 'unit-officer', second: 'conclude', at: 'obje' },
    refusals: ['casework.own-unit-handled'],
  },
  'announce, without which nothing is published, what one appraised': {
    ...{ first: 'appraise', second: 'announce', at: 'appr', then: 'clos', refusals: publisher },
  },
  'publish what one closed the appraisal of': {
    ...{ first: 'close', second: 'publish', at: 'shut', to: 'clos', then: 'ruld', refusals: publisher },
  },
  'publish what one ruled on': {
    ...{ first: 'rule', second: 'publish', at: 'uphd', then: 'ruld', refusals: publisher },
  },
  'correct what one ruled on': {
    ...{ first: 'rule', second: 'correct', at: 'offi', refusals: publisher },
  },
};

/** A line of the log, as an operator's collector reads it. */
type Line = Readonly<Record<string, unknown>>;

let api: RunningApi;
let access: AccessSteps;
let lines: Line[];

const roleOf = (name: Conflict['first']): Role => (name in acts ? acts[name as ActName].role : (name as Role));
const scopeFor = (role: Role, { unitId }: Cast) => (role.startsWith('unit-') ? { unitId } : {});
const courseOf = ({ unitId, blockId }: Cast) => new UnitYearCourse(api, unitId, blockId);

function act(name: ActName, person: Person, cast: Cast, onBehalfOf?: Person): PromiseLike<Response> {
  const { path, body: sent } = acts[name];
  const request = api.command(person, path(cast), sent);
  return onBehalfOf === undefined ? request : request.set('X-On-Behalf-Of', accountIdOf(onBehalfOf));
}

/** The first act, done, and what is between it and the second. Whoever only works for the unit has none. */
async function firstAct({ first, at, to, then }: Conflict, person: Person, cast: Cast, inName?: Person): Promise<void> {
  if (first in acts) {
    const response = await act(first as ActName, person, cast, inName);
    if (response.status !== 201) throw new Error(JSON.stringify(response.body));
  }
  if (then !== undefined) await courseOf(cast).goTo(then, to ?? at);
}

const first = (conflict: Conflict) => roleOf(conflict.first);
const second = (conflict: Conflict) => roleOf(conflict.second);

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
    await access.grant(cast.a, first(conflict), scopeFor(first(conflict), cast));
    await firstAct(conflict, cast.a, cast);
    return withSecondRole(conflict, cast);
  },
  'in the name of somebody else': async (conflict, cast) => {
    const grant = await access.grant(cast.a, first(conflict), scopeFor(first(conflict), cast));
    await firstAct(conflict, cast.a, cast);
    await access.revoke(cast.a, grant);
    await access.grant(cast.b, second(conflict), scopeFor(second(conflict), cast));
    await access.delegate(cast.b, cast.a, second(conflict), scopeFor(second(conflict), cast));
    return () => act(conflict.second, cast.a, cast, cast.b);
  },
  'after a first act that somebody else did in their name': async (conflict, cast) => {
    const grant = await access.grant(cast.a, first(conflict), scopeFor(first(conflict), cast));
    await access.delegate(cast.a, cast.b, first(conflict), scopeFor(first(conflict), cast));
    await firstAct(conflict, cast.b, cast, cast.a);
    await access.revoke(cast.a, grant);
    await access.grant(cast.a, second(conflict), scopeFor(second(conflict), cast));
    return () => act(conflict.second, cast.a, cast);
  },
  'by own right, after acting for somebody else by delegation': async (conflict, cast) => {
    await access.grant(cast.b, first(conflict), scopeFor(first(conflict), cast));
    const delegation = await access.delegate(cast.b, cast.a, first(conflict), scopeFor(first(conflict), cast));
    await firstAct(conflict, cast.a, cast, cast.b);
    await access.withdraw(cast.b, cast.a, delegation);
    await access.grant(cast.a, second(conflict), scopeFor(second(conflict), cast));
    return () => act(conflict.second, cast.a, cast);
  },
  'by own right, while the delegation lasts': async (conflict, cast) => {
    await access.grant(cast.b, first(conflict), scopeFor(first(conflict), cast));
    await access.delegate(cast.b, cast.a, first(conflict), scopeFor(first(conflict), cast));
    await firstAct(conflict, cast.a, cast, cast.b);
    return withSecondRole(conflict, cast);
  },
  'by the hand of somebody else, in their own name': async (conflict, cast) => {
    await changeRole(conflict, cast);
    await access.delegate(cast.a, cast.b, second(conflict), scopeFor(second(conflict), cast));
    return () => act(conflict.second, cast.b, cast, cast.a);
  },
};

/** The second role beside the first: the act in it, or its granting where that is refused. */
async function withSecondRole(conflict: Conflict, cast: Cast): Promise<() => PromiseLike<Response>> {
  const role = second(conflict);
  const acting = () => act(conflict.second, cast.a, cast);
  const grant = await access.granting(cast.a, role, scopeFor(role, cast));
  const holdsIt = grant.status === 201 || (grant.body as { code: string }).code === 'access.role-is-held';
  return holdsIt ? acting : () => access.granting(cast.a, role, scopeFor(role, cast));
}

async function changeRole(conflict: Conflict, cast: Cast): Promise<void> {
  const grant = await access.grant(cast.a, first(conflict), scopeFor(first(conflict), cast));
  await firstAct(conflict, cast.a, cast);
  await access.revoke(cast.a, grant);
  await access.grant(cast.a, second(conflict), scopeFor(second(conflict), cast));
}

/** Every run tries each conflict in two manners, and each manner in some conflicts; `PAR_MATRIX=full` tries all. */
const EVERY = process.env['PAR_MATRIX'] === 'full' ? 1 : 4;
const matrix = Object.keys(conflicts).flatMap((conflict, row) =>
  Object.keys(manners).flatMap((manner, column) => ((row + column) % EVERY === 0 ? [[conflict, manner]] : [])),
);
const mannersOf = (name: string) => matrix.flatMap(([conflict, manner = '']) => (conflict === name ? [manner] : []));
const ownUnit = 'appraise the own unit';
/** One for each case, for each conflict one whom nothing is denied, and one whose denial is looked at. */
const cases = [...matrix, ...Object.keys(conflicts).map((conflict) => [conflict]), [ownUnit]];
/** A year holds a hundred blocks: a unit whose results matter has a block of its own, the others share some. */
const SHARED_BLOCKS = 18;

const castOf = (at: number): Cast => ({
  ...{ unitId: `so_${at}`, blockId: blockAt(at), a: `#a_${at}`, again: `#a_${at}!2`, b: `#b_${at}` },
});
function blockAt(at: number): string {
  const { at: first, then, second } = conflicts[cases[at]?.[0] ?? ''] as Conflict;
  const hasResults = stateNames.indexOf(then ?? first) >= stateNames.indexOf('prov') || second === 'announce';
  return hasResults ? `khoi_${at}` : `chung_${at % SHARED_BLOCKS}`;
}
const casts = cases.map((_case, at) => castOf(at));
const blocks = [...new Set(casts.map(({ blockId }) => blockId))];

beforeAll(async () => {
  lines = [];
  api = await RunningApi.start({
    units: casts.map(({ unitId }) => unitId),
    others: [...casts.flatMap(({ a, again, b }) => [a, again, b]), ruler],
    rulesets: new RulesetCatalog([writeRuleset]),
    logger: new JsonLogger('warn', { write: (line) => void lines.push(JSON.parse(line) as Line) }),
  });
  await api.listen(); // Else each request would open a server of its own.
  access = new AccessSteps(api);
  for (const blockId of blocks) await api.accepted(administrator, '/blocks', { blockId, name: blockId });
  for (const { unitId, blockId } of casts) {
    const unit = { unitId, name: unitId, type: 'department', registeredOn: '2020-01-01' };
    await api.accepted(administrator, '/units', unit);
    await api.accepted(administrator, `/blocks/${blockId}/members`, { unitId, from: '2020-01-01' });
  }
  await access.grant(ruler, 'council');
  await openYear(api, blocks);
});
afterAll(() => api.stop());

/** The one line about a request that was denied. */
function denialOf(response: Response): Line | undefined {
  const correlationId = (response.headers as { 'x-correlation-id': string })['x-correlation-id'];
  const found = lines.filter((line) => line['context'] === 'denial' && line['correlationId'] === correlationId);
  expect(found).toHaveLength(1);
  return found[0];
}

describe.each(Object.keys(conflicts))('nobody may %s', (name) => {
  const conflict = conflicts[name] as Conflict;

  it.each(mannersOf(name))('%s', async (manner) => {
    const cast = castOf(matrix.findIndex(([one, other]) => one === name && other === manner));
    await courseOf(cast).goTo(conflict.at);
    const denied = await manners[manner]?.(conflict, cast);
    const before = await api.store.head();
    const response = await (denied as () => PromiseLike<Response>)();
    const { code, status } = problemIn(response);
    expect([...conflict.refusals, 'access.roles-are-separated']).toContain(code);
    expect(await api.store.head()).toBe(before);
    expect(denialOf(response)).toMatchObject({ code, status, level: 40 });
  });

  it('is denied nothing else: somebody else may', async () => {
    const cast = castOf(matrix.length + Object.keys(conflicts).indexOf(name));
    await courseOf(cast).goTo(conflict.at);
    await access.grant(cast.a, first(conflict), scopeFor(first(conflict), cast));
    await firstAct(conflict, cast.a, cast);
    await access.grant(cast.b, second(conflict), scopeFor(second(conflict), cast));
    expect((await act(conflict.second, cast.b, cast)).status).toBe(201);
  });
});

describe('a denial is logged', () => {
  const path = '/assessments/2024/so_0/confirmations';

  it('with who was denied what, about what, and why; without names, words or tokens', async () => {
    const person = 'unit-officer@so_1';
    const response = await api.command(person, path, { component: 'lời lẽ', round: 1 });
    const line = denialOf(response);
    expect(line).toEqual({
      ...{ level: 40, time: expect.any(String) as string, context: 'denial', code: 'http.forbidden', status: 403 },
      ...{ accountId: accountIdOf(person), inNameOf: null, year: '2024', unitId: 'so_0' },
      operation: 'POST /assessments/:year/:unitId/confirmations',
      correlationId: (response.headers as Record<string, string>)['x-correlation-id'],
    });
    for (const secret of [api.tokenOf(person), 'lời lẽ']) expect(JSON.stringify(line)).not.toContain(secret);
  });

  it('with nobody’s account where none was recognised', async () => {
    const response = await api.http().post(path).set('Authorization', 'Bearer a-token-of-nobody-here');
    expect(denialOf(response)).toMatchObject({ code: 'http.unauthenticated', status: 401, accountId: null });
  });

  it('with both accounts where one acted for the other', async () => {
    const cast = castOf(cases.length - 1);
    const { unitId } = cast;
    await courseOf(cast).goTo('subm');
    await access.delegate(`appraiser@${unitId}`, '#b_0', 'appraiser', { unitId });
    const inName = accountIdOf(`appraiser@${unitId}`);
    const response = await act('appraise', '#b_0', cast, `appraiser@${unitId}`);
    const code = 'assessment.own-unit-appraised';
    expect(denialOf(response)).toMatchObject({ code, accountId: 'b_0', inNameOf: inName });
  });
});
