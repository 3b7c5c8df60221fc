import { Admission } from './admission';

const turn = () => new Promise((resolve) => setTimeout(resolve, 25));

it('gives as many places as there are, and each again when it was given back, once', () => {
  const admission = new Admission({ all: 2, perAccount: 9 });
  const [first, second] = [admission.enter(), admission.enter()];
  expect([admission.isFull, admission.enter()]).toEqual([true, undefined]);
  first?.();
  first?.();
  expect([admission.inFlight, admission.isFull]).toEqual([1, false]);
  second?.();
  expect(admission.inFlight).toBe(0);
});

it('gives each account its own share', () => {
  const admission = new Admission({ all: 9, perAccount: 1 });
  const an = admission.enterAs('an');
  expect(admission.enterAs('an')).toBeUndefined();
  expect(admission.enterAs('binh')).toBeDefined();
  an?.();
  expect(admission.enterAs('an')).toBeDefined();
});

it('is late in a turn of the event loop that does not end, and no longer once it ended', async () => {
  const admission = new Admission({ all: 9, perAccount: 9 });
  await turn();
  for (const began = performance.now(); performance.now() - began < 510;);
  expect(admission.isLate).toBe(true);
  do await turn();
  while (admission.isLate);
});
