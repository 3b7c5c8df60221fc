import type { OpenAPIObject } from '@nestjs/swagger';
import { sampleDecree } from '@app/testing';
import { type Role, roles } from '../src/auth/roles';
import { AccessSteps } from './access-steps';
import { type Column, columns, expectations, gapsIn, type Relation, relations } from './authorisation-table';
import { type Person, RunningApi } from './running-api';

/** The unit asked about, one of the same block, one of another, one that came out of it. */
const unitOf: Readonly<Record<Relation, string>> = {
  ...{ own: 'u1', 'same-block': 'u2', other: 'u3', lineage: 'u4', former: 'u1' },
};
const personOf = (role: Role, relation: Relation): Person => `#${role}_${relation}`;
const everybody = roles.flatMap((role) => relations.map((relation) => personOf(role, relation)));

interface Cell {
  readonly operation: string;
  readonly method: 'get' | 'post';
  readonly path: string;
}

let api: RunningApi;
let cells: Cell[];
beforeAll(async () => {
  api = await RunningApi.start({ others: everybody });
  const { paths } = (await api.http().get('/openapi.json')).body as OpenAPIObject;
  cells = Object.entries(paths).flatMap(([template, item]) =>
    (['get', 'post'] as const)
      .filter((method) => item[method])
      .map((method) => {
        const path = template.replace('{year}', '2024').replace(/\{\w+\}/g, 'u1');
        return { operation: `${method} ${template}`, method, path };
      }),
  );
  await foundUnits();
  const access = new AccessSteps(api);
  for (const role of roles) {
    for (const relation of relations) {
      const person = personOf(role, relation);
      const grant = await access.grant(person, role, { unitId: unitOf[relation] });
      if (relation === 'former') await access.revoke(person, grant);
    }
  }
});
afterAll(() => api.stop());

async function foundUnits(): Promise<void> {
  const by = 'administrator-of-units';
  for (const blockId of ['b1', 'b2']) await api.accepted(by, '/blocks', { blockId, name: blockId });
  for (const unitId of ['u1', 'u2', 'u3', 'u4']) {
    await api.accepted(by, '/units', { unitId, name: unitId, type: 'department', registeredOn: '2020-01-01' });
    const membership = { unitId, from: '2020-01-01' };
    await api.accepted(by, `/blocks/${unitId === 'u3' ? 'b2' : 'b1'}/members`, membership);
  }
  const change = { kind: 'split', effectiveOn: '2023-01-01', predecessors: [{ unitId: 'u1', share: null }] };
  await api.accepted(by, '/units/u4/lineage', { ...change, decree: sampleDecree });
}

/** Whether the guard lets the person in; what comes after it may refuse for reasons of its own. */
async function passes(person: Person | undefined, { method, path }: Cell): Promise<boolean> {
  const asked = method === 'get' ? api.question(person, path) : commandOf(person, path);
  const { code } = (await asked).body as { code?: string };
  return code !== 'http.forbidden' && code !== 'http.unauthenticated' && code !== 'http.unknown-account';
}

function commandOf(person: Person | undefined, path: string) {
  return person === undefined ? api.http().post(path) : api.command(person, path);
}

it('has an expectation for every operation and role', () => {
  const operations = cells.map(({ operation }) => operation);
  expect(operations.length).toBeGreaterThan(40);
  expect(gapsIn(expectations(), operations)).toEqual([]);
});

it('would notice an operation, a role or a row that nobody thought about', () => {
  const operations = [...expectations().keys()];
  const planted = gapsIn(expectations(), [...operations.slice(1), 'post /planted'], ['auditor', 'ghost' as Column]);
  expect(planted).toEqual([
    ...operations.slice(1).map((operation) => `${operation} lacks ghost`),
    'post /planted lacks auditor',
    'post /planted lacks ghost',
    'get /health/live is no operation',
  ]);
});

it.each(columns)('lets in as expected, whatever the relation to the unit: %s', async (column) => {
  const wrong: string[] = [];
  const rows = expectations();
  for (const cell of cells) {
    for (const relation of column === 'anonymous' ? (['own'] as const) : relations) {
      const person = column === 'anonymous' ? undefined : personOf(column, relation);
      const expected = rows.get(cell.operation)?.get(column)?.includes(relation) ?? false;
      if ((await passes(person, cell)) !== expected)
        wrong.push(`${column} (${relation}) ${expected ? 'is refused at' : 'passes'} ${cell.operation}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('writes nothing for whoever is refused', async () => {
  const before = await api.store.head();
  const unit = { unitId: 'u9', name: 'Sở', type: 'department', officialCode: null, registeredOn: '2024-01-01' };
  expect((await api.refused('auditor', '/units', unit)).status).toBe(403);
  expect(await api.store.head()).toBe(before);
});
