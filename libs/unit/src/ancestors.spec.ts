import { ancestorsOf } from './ancestors';

const decrees: Readonly<Record<string, readonly string[]>> = {
  chau: ['con', 'khac'],
  con: ['goc'],
  goc: [],
  vong_a: ['vong_b'],
  vong_b: ['vong_a'],
};
const asked = async (unitId: string) =>
  [...(await ancestorsOf(unitId, (id) => Promise.resolve(decrees[id] ?? [])))].sort();

it('are all that a unit came out of, over any number of generations, and not what came out of it', async () => {
  expect(await asked('chau')).toEqual(['con', 'goc', 'khac']);
  expect(await asked('con')).toEqual(['goc']);
  expect(await asked('goc')).toEqual([]);
});

it('are found also where decrees lead in a circle', async () =>
  expect(await asked('vong_a')).toEqual(['vong_a', 'vong_b']));
