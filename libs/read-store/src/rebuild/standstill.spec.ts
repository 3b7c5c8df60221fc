import type { Generation } from '../generations';
import type { Session } from '../session';
import { RebuildRefused } from './rebuild-errors';
import { Standstill } from './standstill';

const session: Session = { query: () => Promise.resolve([{ runner: 'may-chu:42' }] as never[]) };
const generation = { projection: 'ranking', generation: 3, version: 1, state: 'live' } as Generation;

it('lets a generation take its time for as long as it gets on', async () => {
  const standstill = new Standstill(session, 0.5);
  for (let position = 0n; position < 5n; position += 1n) await standstill.check(generation, position, 9n);
});

it('names what stands still, where, and who keeps it up', async () => {
  const standstill = new Standstill(session, 5);
  await standstill.check(generation, 4n, 9n);
  await new Promise((resolve) => setTimeout(resolve, 10));
  const refusal = standstill.check(generation, 4n, 9n);
  await expect(refusal).rejects.toThrow(RebuildRefused);
  await expect(refusal).rejects.toThrow(/số 3 của “ranking” đứng yên ở vị trí 4 .* tới 9.*may-chu:42/);
});
