import { CarriedOut } from './carried-out';

const answer = { result: { stream: 's', revision: 0n, position: 1n } };
const idOf = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

it('knows every command that was added, and hardly ever takes another for one of them', () => {
  const carriedOut = new CarriedOut();
  const ids = Array.from({ length: 20_000 }, (_, n) => idOf(n));
  for (const id of ids.slice(0, 10_000)) carriedOut.add(id, answer);
  expect(ids.slice(0, 10_000).filter((id) => !carriedOut.mayHold(id))).toEqual([]);
  expect(ids.slice(10_000).filter((id) => carriedOut.mayHold(id)).length).toBeLessThan(10);
});

it('knows every command at every size, and forgets none as it grows', () => {
  const carriedOut = new CarriedOut();
  for (let n = 0; n < 200; n += 1) {
    expect(carriedOut.mayHold(idOf(n))).toBe(false);
    carriedOut.add(idOf(n), answer);
    carriedOut.add(idOf(n), answer);
    expect(Array.from({ length: n + 1 }, (_, known) => idOf(known)).filter((id) => !carriedOut.mayHold(id))).toEqual(
      [],
    );
  }
});

it('knows a command whose mark would be 0, which stands for none', () => {
  const markedZero = '+!=yG';
  const carriedOut = new CarriedOut();
  expect(carriedOut.mayHold(markedZero)).toBe(false);
  carriedOut.add(markedZero, answer);
  expect(carriedOut.mayHold(markedZero)).toBe(true);
});

it('keeps the answer of the last command, and of no other', () => {
  const carriedOut = new CarriedOut();
  for (const n of [1, 2]) carriedOut.add(idOf(n), { result: { ...answer.result, revision: BigInt(n) } });
  expect(carriedOut.answerOf(idOf(2))?.result.revision).toBe(2n);
  expect(carriedOut.answerOf(idOf(1))).toBeUndefined();
});
