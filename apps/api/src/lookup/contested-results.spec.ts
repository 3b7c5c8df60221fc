import { EventRegistry } from '@app/event-store';
import { ReadModelBehind } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { everySchema, logOf, ScoreHistory } from '@app/testing';
import type { QueryBus } from '@nestjs/cqrs';
import { ContestedResults } from './contested-results';
import { LogRegister } from './log-register';

const nothing = { objectUntil: null, announcedOn: null, officialOn: null };

/** Over a log in which `so_a` has a file of 2024, and before a read model that does not keep up. */
async function resultsBeforeALag() {
  const store = await logOf(new ScoreHistory('so_a', 2024).opened('so').events);
  const register = new LogRegister(store, new EventRegistry(everySchema), new RulesetCatalog([]));
  const execute = jest.fn(() => Promise.reject(new ReadModelBehind('ranking', 1n, 0n)));
  return { execute, contested: new ContestedResults(register, { execute } as unknown as QueryBus, store) };
}

it.each([
  ['score-complaint', 'so_a'],
  ['score-objection', 'so_a'],
  ['score-objection', 'so_b'],
] as const)('of a %s of %s the log knows all: no read model is waited for', async (kind, unitId) => {
  const { contested, execute } = await resultsBeforeALag();
  expect(await contested.timeOf(2024, unitId, kind)).toEqual(nothing);
  expect(execute).not.toHaveBeenCalled();
});

it.each([
  [2024, 'so_b'],
  [2023, 'so_a'],
])(
  'of %d and %s, of which there is no file, results may be imported: a read model says so, or that it is behind',
  async (year, unitId) => {
    const { contested } = await resultsBeforeALag();
    await expect(contested.timeOf(year, unitId, 'score-complaint')).rejects.toThrow(ReadModelBehind);
  },
);
