import { GiveWay } from './give-way';

/** Works 100 ms at a time on a machine that has two processors; others leave `spare` of them idle. Answers the rests, ms. */
async function restsOf(pieces: number, spare: (piece: number) => number): Promise<number[]> {
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
  const way = new GiveWay(
    () => ({ idle, all: 2 * now }),
    () => now,
    sleep,
  );
  for (; piece < pieces; piece += 1) {
    pass(100);
    await way.between();
  }
  return rests;
}

describe('giving way', () => {
  it('never rests while there is time to spare', async () => {
    expect(await restsOf(50, () => 0.5)).toEqual([]);
  });

  it('rests longer and longer while there is none, and never longer than a second', async () => {
    const rests = await restsOf(12, () => 0);
    expect(rests.slice(0, 4)).toEqual([25, 25, 50, 50]);
    expect(rests.at(-1)).toBe(800);
  });

  it('waits for time to spare, and not for ever', async () => {
    const looks = async (calmAfter: number): Promise<number> => {
      let [now, idle] = [0, 0];
      const sleep = (ms: number): Promise<void> => {
        now += ms;
        idle += now > calmAfter ? ms : 0;
        return Promise.resolve();
      };
      const way = new GiveWay(
        () => ({ idle, all: now }),
        () => now,
        sleep,
      );
      await way.untilSpare(5_000);
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
