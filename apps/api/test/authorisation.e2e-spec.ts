import { RulesetCatalog } from '@app/ruleset';
import { sampleDecree, writeRuleset } from '@app/testing';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'supertest';
import { type Role, roles } from '../src/auth/roles';
import { EdgeRefusal } from '../src/http/edge-refusal';
import { ViewingRecorder } from '../src/viewing/viewing-recorder';
import { AccessSteps } from './access-steps';
import {
  type Column,
  columns,
  expectations,
  fieldExpectations,
  gapsIn,
  propertyExpectations,
  type Reach,
  type Relation,
  relations,
} from './authorisation-table';
import { department } from './opened-files';
import { accountIdOf, type Person, RunningApi } from './running-api';
import { courses, draftStates, gapsInStates, type State, stateNames, states } from './state-table';
import { attemptAt, ruler, UnitYearCourse } from './unit-year-course';

/** The unit asked about, one of the same block, one of another, one that came out of it. */
const unitOf: Readonly<Record<Relation, string>> = {
  ...{ own: 'u1', 'same-block': 'u2', other: 'u3', lineage: 'u4', former: 'u1' },
};
const personOf = (role: Role, relation: Relation): Person => `#${role}_${relation}`;
const everybody = roles.flatMap((role) => relations.map((relation) => personOf(role, relation)));
/** `full`: every cell in every state; else each role that is let in to the own unit, in every state, and every other cell in one of them. */
const full = process.env['PAR_MATRIX'] === 'full';
/** In one state of so many each of the other cells is tried. */
const TURNS = stateNames.length;
const WOULD_BE_RECORDED = 'would be recorded';
const rows = expectations();
const rowsByState = courses();
const rowsByField = fieldExpectations();
const rowsByProperty = propertyExpectations();
/** Appraises one field only; the attempts are all about field 1. `Deputy`: by delegation, out of a right to every field. */
const boundTo: Readonly<Record<'1' | '2', readonly [own: Person, deputy: Person]>> = {
  1: ['#field_1', '#field_1_deputy'],
  2: ['#field_2', '#field_2_deputy'],
};

/** The unit that the ruleset has appraise everything, and who works for it, or for another unit, and appraises every field. */
const leadAgency = 'so_noi_vu';
const ofAgency: Readonly<Record<'own-agency' | 'other-agency', Person>> = {
  ...{ 'own-agency': '#of_lead_agency', 'other-agency': '#of_another_unit' },
};

interface Operation {
  readonly name: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly body: object;
  readonly roles: readonly string[];
}

/** Somebody who tries one operation. */
interface Try {
  readonly operation: Operation;
  readonly column: Column;
  readonly relation: Relation;
}

let api: RunningApi;
let operations: Operation[];
let course: UnitYearCourse;
/** While true, the log takes nothing: whatever was let through so far leaves no trace. */
let closed = false;
beforeAll(async () => {
  const bound = [...Object.values(boundTo).flat(), ...Object.values(ofAgency)];
  const others: readonly Person[] = [...everybody, ruler, ...bound];
  api = await RunningApi.start({ others, units: ['u1'], rulesets: new RulesetCatalog([writeRuleset]) });
  operations = operationsOf((await api.http().get('/openapi.json')).body as OpenAPIObject);
  await foundUnits();
  const access = new AccessSteps(api);
  await access.grant(ruler, 'council');
  for (const role of roles) {
    for (const relation of relations) {
      const person = personOf(role, relation);
      const grant = await access.grant(person, role, { unitId: unitOf[relation] });
      if (relation === 'former') await access.revoke(person, grant);
    }
  }
  for (const [field, [own, deputy]] of Object.entries(boundTo)) {
    await access.grant(own, 'appraiser', { fields: [field] });
    await access.delegate('appraiser', deputy, 'appraiser', { fields: [field] });
  }
  await access.grant(ofAgency['own-agency'], 'appraiser', { unitId: leadAgency });
  await access.grant(ofAgency['other-agency'], 'appraiser', { unitId: 'u3' });
  const append = api.store.append.bind(api.store);
  api.store.append = (...event) =>
    closed ? Promise.reject(new EdgeRefusal('http.internal', WOULD_BE_RECORDED)) : append(...event);
  await api.listen(); // Else each request would open a server of its own.
  course = new UnitYearCourse(api, 'u1', 'b1');
});
afterAll(() => api.stop());

function operationsOf({ paths }: OpenAPIObject): Operation[] {
  return Object.entries(paths).flatMap(([template, item]) =>
    (['get', 'post'] as const)
      .filter((method) => item[method])
      .map((method) => {
        const names = { year: '2024', blockId: 'b1', unitId: 'u1', explanationId: 'gt_1', caseId: 'kd_1' };
        const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => names[name as 'year'] ?? 'u1');
        const { 'x-roles': allowed = [] } = item[method] as { 'x-roles'?: readonly string[] };
        return { name: `${method} ${template}`, method, path, body: attemptAt(template, 'u1', 'b1'), roles: allowed };
      }),
  );
}

async function foundUnits(): Promise<void> {
  const by = 'administrator-of-units';
  for (const blockId of ['b1', 'b2']) await api.accepted(by, '/blocks', { blockId, name: blockId });
  for (const unitId of ['u1', 'u2', 'u3', 'u4']) {
    await api.accepted(by, '/units', { unitId, name: unitId, type: 'department', registeredOn: '2020-01-01' });
    const membership = { unitId, from: '2020-01-01' };
    await api.accepted(by, `/blocks/${unitId === 'u3' ? 'b2' : 'b1'}/members`, membership);
  }
  await api.accepted(by, '/units', { ...department(leadAgency), name: 'Sở Nội vụ' });
  const change = { kind: 'split', effectiveOn: '2023-01-01', predecessors: [{ unitId: 'u1', share: null }] };
  await api.accepted(by, '/units/u4/lineage', { ...change, decree: sampleDecree });
}

async function answerTo({ operation: { method, path, body }, column, relation }: Try): Promise<Response> {
  if (column === 'anonymous') return method === 'get' ? api.question(undefined, path) : api.http().post(path);
  const person = personOf(column, relation);
  return method === 'get' ? api.question(person, path) : api.command(person, path, body);
}

/** Everybody before every operation. */
function triesAt(asked: readonly Operation[], column: Column): Try[] {
  const whose = column === 'anonymous' ? (['own'] as const) : relations;
  return asked.flatMap((operation) => whose.map((relation) => ({ operation, column, relation })));
}

const guarded = ['http.forbidden', 'http.unauthenticated', 'http.unknown-account'];
const codeIn = ({ body }: Response) => (body as { code?: string }).code ?? '';
const tried = ({ operation, column, relation }: Try) => `${column} (${relation}) at ${operation.name}`;
const passes = ({ operation, column, relation }: Try) =>
  rows.get(operation.name)?.get(column)?.passes.includes(relation) ?? false;

it('has an expectation for every operation and role, and of a unit’s year for every state', () => {
  const names = operations.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(40);
  expect(gapsIn(rows, names)).toEqual([]);
  expect(gapsInStates(rowsByState, names)).toEqual([]);
});

it('has an expectation for every command of appraisers by field: one’s own, another’s, the whole file', () => {
  const ofAppraisers = operations.filter(
    ({ method, roles: allowed }) => method === 'post' && allowed.includes('appraiser') && allowed.length < roles.length,
  );
  expect([...rowsByField.keys()].sort()).toEqual(ofAppraisers.map(({ name }) => name).sort());
  const everywhere = [...rowsByField.keys()].filter(
    (name) => ![...(rowsByState.get(name)?.values() ?? [])].includes('✓'),
  );
  expect(everywhere).toEqual([]);
});

it('would notice an operation, a role, a state or a row that nobody thought about', () => {
  const names = [...rows.keys()];
  const planted = gapsIn(rows, [...names.slice(1), 'post /planted'], ['auditor', 'ghost' as Column]);
  expect(planted).toEqual([
    ...names.slice(1).map((name) => `${name} lacks ghost`),
    'post /planted lacks auditor',
    'post /planted lacks ghost',
    'get /health/live is no operation',
  ]);
  const [first = '', ...rest] = rowsByState.keys();
  expect(gapsInStates(rowsByState, [...rest, 'get /planted', 'get /units'], ['decl', 'ghost'])).toEqual([
    ...rest.map((name) => `${name} lacks ghost`),
    'get /planted lacks decl',
    'get /planted lacks ghost',
    `${first} is no operation on a unit's year`,
  ]);
});

it.each(columns)('lets in as expected, whatever the relation to the unit: %s', async (column) => {
  const wrong: string[] = [];
  closed = true;
  for (const one of triesAt(stateless(), column)) {
    const isIn = !guarded.includes(codeIn(await answerTo(one)));
    if (isIn !== passes(one)) wrong.push(`${tried(one)} ${isIn ? 'passes' : 'is refused'}`);
  }
  closed = false;
  expect(wrong).toEqual([]);
});

const stateless = () => operations.filter(({ name }) => !rowsByState.has(name));

it('writes nothing for whoever is refused', async () => {
  const before = await api.store.head();
  const unit = { unitId: 'u9', name: 'Sở', type: 'department', officialCode: null, registeredOn: '2024-01-01' };
  expect((await api.refused('auditor', '/units', unit)).status).toBe(403);
  expect(await api.store.head()).toBe(before);
});

describe('a unit’s year', () => {
  it.each(stateNames)('%s: every operation does for everybody what its cell says', async (state) => {
    const position = await course.steps[state]();
    for (const path of ['/rankings', '/flags', '/assessments/2024', '/cases'])
      await api.answered('auditor', path, position);
    if (state !== 'none') await api.answered('auditor', '/scorecards/2024/u1', position);
    const wrong: string[] = [];
    closed = true;
    for (const one of triesIn(state)) {
      const [outcome, expected] = [outcomeOf(one.operation, await answerTo(one)), expectedOf(one, state)];
      if (outcome !== expected) wrong.push(`${tried(one)}: ${outcome}, not ${expected} (${states[state]})`);
    }
    wrong.push(...(await faultsByField(state)), ...(await faultsByAgency(state)));
    closed = false;
    expect(wrong).toEqual([]);
  });

  it('shows each property of an answer to whom its cell says, and leaves it out for everybody else', async () => {
    expect([...rowsByProperty.keys()].sort()).toEqual(Object.keys(properties).sort());
    await api.answered('case-handler', '/cases/2024/u1', '0');
    await api.app.get(ViewingRecorder, { strict: false }).flush();
    const position = String(await api.store.head());
    for (const path of ['/flags', '/units/u1/notices']) await api.answered('auditor', path, position);
    const wrong: string[] = [];
    for (const [name, [path, isShown]] of Object.entries(properties)) {
      for (const { column, person, relation } of columns.flatMap(askersIn)) {
        const cell = rowsByProperty.get(name)?.get(column);
        const may = (cell?.passes.includes(relation) ?? false) && !cell?.leftOutAsOwn.includes(relation);
        const answer = await api.question(person, path);
        const shown = answer.status === 200 && isShown(answer.body as never);
        if (shown !== may) wrong.push(`${name} is ${shown ? '' : 'not '}shown to ${column} (${relation})`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** Where properties that are left out for some stand, and how they are known. The clock stands in 2025. */
const properties: Readonly<Record<string, readonly [path: string, isShown: (body: never) => boolean]>> = {
  'get /units/{unitId}/notices proposals': [
    '/units/u1/notices?limit=500',
    ({ notices }: { notices: readonly { proposal: string | null }[] }) =>
      notices.some(({ proposal }) => proposal !== null),
  ],
  'get /viewings/{year}/{unitId} looks-at-cases': [
    '/viewings/2025/u1?limit=500',
    ({ viewings }: { viewings: readonly { papers: string }[] }) => viewings.some(({ papers }) => papers === 'cases'),
  ],
};

/** Everybody in a column. */
function askersIn(column: Column): { column: Column; person: Person | undefined; relation: Relation }[] {
  if (column === 'anonymous') return [{ column, person: undefined, relation: 'own' }];
  return relations.map((relation) => ({ column, person: personOf(column, relation), relation }));
}

/** Who is bound to a field, at every command of appraisers that an unbound one could give in the state. */
async function faultsByField(state: State): Promise<string[]> {
  const faults: string[] = [];
  for (const operation of byAppraisers(state)) {
    for (const [field, persons] of Object.entries(boundTo)) {
      for (const person of persons) {
        const { reach, may } = expectedInField(operation, field);
        const asked = api.command(person, operation.path, operation.body);
        const name = person.endsWith('_deputy') ? { 'X-On-Behalf-Of': accountIdOf('appraiser') } : {};
        const outcome = outcomeToBound(operation, await asked.set(name));
        if (outcome !== (may ? '✓' : 'refused')) faults.push(`${person} at ${operation.name} (${reach}): ${outcome}`);
      }
    }
  }
  return faults;
}

/** Who works for a unit, at the same commands: about components that one unit appraises, closed in its name. */
async function faultsByAgency(state: State): Promise<string[]> {
  const faults: string[] = [];
  for (const operation of byAppraisers(state)) {
    for (const [reach, person] of Object.entries(ofAgency)) {
      const may = rowsByField.get(operation.name)?.get(reach as Reach);
      if (may === undefined) continue;
      const body = 'field' in operation.body ? { ...operation.body, leadAgency } : operation.body;
      const outcome = outcomeToBound(operation, await api.command(person, operation.path, body));
      if (outcome !== (may ? '✓' : 'refused')) faults.push(`${person} at ${operation.name} (${reach}): ${outcome}`);
    }
  }
  return faults;
}

/** The commands of appraisers that one who is bound to nothing could give in the state. */
function byAppraisers(state: State): Operation[] {
  return operations.filter(({ name }) => rowsByField.has(name) && rowsByState.get(name)?.get(state) === '✓');
}

function outcomeToBound(operation: Operation, response: Response): string {
  const notTheirs = ['assessment.field-is-not-yours', 'assessment.agency-is-not-yours'];
  return notTheirs.includes(codeIn(response)) ? 'refused' : outcomeOf(operation, response);
}

/** What the attempt at an operation is to whoever is bound to the field, and whether that may be. */
function expectedInField({ name, body }: Operation, field: string): { reach: Reach; may: boolean } {
  const isOfField = 'component' in body || 'field' in body;
  const reach = !isOfField ? 'whole-file' : field === '1' ? 'own-field' : 'other-field';
  const may = rowsByField.get(name)?.get(reach);
  if (may === undefined) throw new Error(`${name} has no word for ${reach}`);
  return { reach, may };
}

/** Of all cells of the state those that are tried in it. */
function triesIn(state: State): Try[] {
  const asked = operations.filter(({ name }) => rowsByState.has(name));
  const all = columns.flatMap((column) => triesAt(asked, column));
  const turn = stateNames.indexOf(state);
  return all.filter((one, place) => {
    const judges = (rows.get(one.operation.name)?.get(one.column)?.refusedAsOwn ?? []).length > 0;
    const matters = passes(one) && (one.relation === 'own' || (judges && one.relation === 'same-block'));
    return full || matters || (place + turn) % TURNS === 0;
  });
}

function expectedOf({ operation: { name }, column, relation }: Try, state: State): string {
  const cell = rows.get(name)?.get(column);
  if (!cell?.passes.includes(relation)) return 'refused';
  if (cell.afterSubmission && draftStates.includes(state)) return 'refused: a draft';
  const word = rowsByState.get(name)?.get(state) ?? 'no word';
  if (word === '✓' && cell.leftOutAsOwn.includes(relation)) return '-';
  const reachesOwn = word === '✓' || word.endsWith('*');
  return reachesOwn && cell.refusedAsOwn.includes(relation) ? 'refused: the own unit' : word.replace('*', '');
}

/** What became of it, in the words of the tables. */
function outcomeOf({ method, name }: Operation, response: Response): string {
  const { status } = response;
  if (guarded.includes(codeIn(response))) return 'refused';
  if (codeIn(response) === 'http.draft-is-not-shown') return 'refused: a draft';
  if ((response.body as { detail?: string }).detail === WOULD_BE_RECORDED) return '✓';
  if (status === 403) return 'refused: the own unit';
  if (method !== 'get' || status !== 200) return String(status);
  return shows(name, response) ? '✓' : '-';
}

/** Whether an answer holds the year at all; lists of many years leave it out. */
function shows(name: string, { body }: Response): boolean {
  const found = lists[name];
  return found === undefined || found(body as never);
}

interface Years {
  readonly years: readonly { readonly year: number; readonly state?: string }[];
}
const lists: Readonly<Record<string, (body: never) => boolean>> = {
  'get /assessments/{year}': ({ files }: { files: readonly unknown[] }) => files.length > 0,
  'get /rankings': (blocks: readonly Years[]) =>
    blocks.some(({ years }) => years.some(({ year, state }) => year === 2024 && state !== 'open')),
  'get /rankings/units/{unitId}': ({ years }: Years) => years.some(({ year }) => year === 2024),
  'get /cases': ({ cases }: { cases: readonly unknown[] }) => cases.length > 0,
  'get /flags': ({ flags }: { flags: readonly unknown[] }) => flags.length > 0,
  'get /flags/units/{unitId}': ({ flags }: { flags: readonly unknown[] }) => flags.length > 0,
};
