import type { OpenAPIObject } from '@nestjs/swagger';
import { roles, unitRoles } from '../src/auth/roles';
import { type Person, RunningApi } from './running-api';

interface Cell {
  readonly operation: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly allowed: readonly string[];
}

let api: RunningApi;
let cells: Cell[];
beforeAll(async () => {
  api = await RunningApi.start({ units: ['u1', 'u2'] });
  const { paths } = (await api.http().get('/openapi.json')).body as OpenAPIObject;
  cells = Object.entries(paths).flatMap(([template, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item[method] as { 'x-roles'?: readonly string[] } | undefined;
      if (!operation) return [];
      const path = template.replace('{year}', '2024').replace(/\{\w+\}/g, 'u1');
      return [{ operation: `${method} ${template}`, method, path, allowed: operation['x-roles'] ?? [] }];
    }),
  );
});
afterAll(() => api.stop());

const isPublic = ({ allowed }: Cell) => allowed.length === 0;

async function statusFor(person: Person | undefined, { method, path }: Cell): Promise<number> {
  if (method === 'get') return (await api.question(person, path)).status;
  return person === undefined ? (await api.http().post(path)).status : (await api.command(person, path)).status;
}

/** Everybody there is: one per role outside the units, and an officer and a head of the unit asked about and of another. */
const people: readonly Person[] = [
  ...roles.filter((role) => !unitRoles.includes(role)),
  ...unitRoles.flatMap((role): Person[] => [`${role}@u1`, `${role}@u2`]),
];

/** Whether the declaration lets the person in: by role, and for unit roles to the own unit only. */
function mayPass(person: Person, { allowed }: Cell): boolean {
  const [role = '', unit] = person.split('@');
  return allowed.includes(role) && (unit === undefined || unit === 'u1');
}

it('lets everybody do what is declared, and nothing else: every operation × every role × own and other unit', async () => {
  expect(cells.length).toBeGreaterThan(25);
  const wrong: string[] = [];
  for (const cell of cells.filter((one) => !isPublic(one))) {
    for (const person of people) {
      const passed = (await statusFor(person, cell)) !== 403;
      if (passed !== mayPass(person, cell))
        wrong.push(`${person} ${passed ? 'passes' : 'is refused at'} ${cell.operation}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('asks everybody else who they are, and lets them read what is public', async () => {
  const unauthenticated = await Promise.all(
    cells.filter((cell) => !isPublic(cell)).map((cell) => statusFor(undefined, cell)),
  );
  expect(new Set(unauthenticated)).toEqual(new Set([401]));
  const open = cells.filter(isPublic).map(({ operation }) => operation);
  expect(open.sort()).toEqual([
    'get /blocks/{blockId}/members',
    'get /health/live',
    'get /health/ready',
    'get /rankings',
    'get /rankings/units/{unitId}',
    'get /rankings/{year}/{blockId}',
    'get /rulesets',
    'get /rulesets/{id}/{version}/{sha256}',
    'get /units',
  ]);
});

it('writes nothing for whoever is refused', async () => {
  const before = await api.store.head();
  const unit = { unitId: 'u9', name: 'Sở', type: 'department', officialCode: null, registeredOn: '2024-01-01' };
  expect((await api.refused('auditor', '/units', unit)).status).toBe(403);
  expect(await api.store.head()).toBe(before);
});
