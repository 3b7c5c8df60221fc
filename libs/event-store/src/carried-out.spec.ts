import { CarriedOut } from './carried-out';

const idOf = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

it('knows every command that was added, and hardly ever takes another for one of them', () => {
  const carriedOut = new CarriedOut();
  const ids = Array.from({ length: 20_000 }, (_, n) => idOf(n));
  for (const id of ids.slice(0, 10_000)) carriedOut.add(id);
  expect(ids.slice(0, 10_000).filter((id) => !carriedOut.mayHold(id))).toEqual([]);
  expect(ids.slice(10_000).filter((id) => carriedOut.mayHold(id)).length).toBeLessThan(10);
});
