import type { CaseList, ListCases, ListedCase, UnitYear } from '@app/case-register';
import type { QueryBus } from '@nestjs/cqrs';
import { ListedCases } from './listed-cases';

/** A faulty event stopped the cases about these. */
let stopped: UnitYear[] = [];

/** Ten cases, of so_a and so_b in turn, of one year. */
const all = Array.from({ length: 10 }, (_, place) => {
  const entry = { year: 2024, unitId: place % 2 === 0 ? 'so_a' : 'so_b', caseId: `v${place}` };
  return { entry, key: ['2024-01-02', `${place}`] } as unknown as ListedCase;
});
const asked: ListCases['input'][] = [];
const queries = {
  execute: ({ input }: ListCases): Promise<CaseList> => {
    asked.push(input);
    const { except = [], limit } = input;
    const isTold = (one: UnitYear) => !except.some(({ unitId }) => unitId === one.unitId);
    const cases = all.filter(({ entry }) => isTold(entry));
    return Promise.resolve({ cases: cases.slice(0, limit), halted: stopped.filter(isTold), asOf: '9' });
  },
} as unknown as QueryBus;
const listed = new ListedCases(queries);
const namesIn = ({ cases }: CaseList) => cases.map(({ entry }) => entry.caseId);
beforeEach(() => {
  asked.splice(0);
  stopped = [];
});

it('shows a stranger what there is, asked once', async () => {
  expect(namesIn(await listed.of({ limit: 3 }, () => Promise.resolve(false)))).toEqual(['v0', 'v1', 'v2']);
  expect(asked).toEqual([{ limit: 3, except: [] }]);
});

it('fills the page of whoever belongs to a unit with what is about others', async () => {
  const belongs = jest.fn((unitId: string) => Promise.resolve(unitId === 'so_a'));
  expect(namesIn(await listed.of({ limit: 3 }, belongs))).toEqual(['v1', 'v3', 'v5']);
  expect(belongs.mock.calls).toEqual([
    ['so_a', 2024],
    ['so_b', 2024],
  ]);
});

it('shows nothing to whoever belongs to all', async () => {
  expect(namesIn(await listed.of({}, () => Promise.resolve(true)))).toEqual([]);
});

it('tells nobody that the cases about the own unit are stopped, of which none is listed', async () => {
  stopped = ['so_c', 'so_d'].map((unitId) => ({ unitId, year: 2024 }));
  const { halted } = await listed.of({ limit: 3 }, (unitId) => Promise.resolve(unitId === 'so_c'));
  expect(halted).toEqual([{ unitId: 'so_d', year: 2024 }]);
});
