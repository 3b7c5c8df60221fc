import { Breather, processorTime } from './breather';

/** Works `workMs` at a time on a machine that has two processors; others leave `spare` of them idle. Answers the rests, ms. */
async function restsOf(pieces: number, spare: (piece: number) => number, workMs = 100): Promise<number[]> {
  let [now, idle, piece] = [0, 0, 0];
  const rests: number[] = [];
  const pass = (ms: number): void => {
    now += ms;
    idle += 2 * ms * spare(piece);
  };
  const sleep = (ms: number): Promise<void> => {
    rests.push(ms);
    pass(ms);
    return Promise.resolve();
  };
  const breather = new Breather(
    () => ({ idle, all: 2 * now }),
    () => now,
    sleep,
  );
  for (; piece < pieces; piece += 1) {
    pass(workMs);
    await breather.between();
  }
  return rests;
}

describe('drawing breath between pieces of lasting work', () => {
  it('never rests while there is time to spare', async () => {
    expect(await restsOf(50, () => 0.5)).toEqual([]);
  });

  it('rests longer and longer while there is none, and never longer than a second', async () => {
    const rests = await restsOf(12, () => 0);
    expect(rests.slice(0, 4)).toEqual([25, 25, 50, 50]);
    expect(rests.at(-1)).toBe(800);
    expect((await restsOf(12, () => 0, 300)).at(-1)).toBe(1_000);
  });

  it('gives several who work abreast one rest together', async () => {
    let [now, slept] = [0, 0];
    const breather = new Breather(
      () => ({ idle: 0, all: now }),
      () => now,
      (ms) => Promise.resolve(void (slept += 1) as unknown).then(() => (now += ms)),
    );
    now += 400;
    const first = breather.between();
    expect(breather.between()).toBe(first);
    await first;
    expect(slept).toBe(1);
  });

  it('reads of this machine how much of all time was left over', () => {
    const { idle, all } = processorTime();
    expect(all).toBeGreaterThan(0);
    expect(idle).toBeGreaterThan(0);
    expect(idle).toBeLessThan(all);
  });

  it('waits for time to spare, and not for ever', async () => {
    const looks = async (calmAfter: number): Promise<number> => {
      let [now, idle] = [0, 0];
      const sleep = (ms: number): Promise<void> => {
        now += ms;
        idle += now > calmAfter ? ms : 0;
        return Promise.resolve();
      };
      const breather = new Breather(
        () => ({ idle, all: now }),
        () => now,
        sleep,
      );
      await breather.untilSpare(5_000);
      return now;
    };
    expect([await looks(0), await looks(1_000), await looks(60_000)]).toEqual([200, 1_200, 5_000]);
  });

  it('goes back to work without rest once there is some again', async () => {
    const rests = await restsOf(40, (piece) => (piece < 10 ? 0 : 0.9));
    expect(rests.length).toBeLessThan(25);
    expect(Math.max(...rests)).toBe(800);
  });
});
