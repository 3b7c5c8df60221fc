import { KeptAnswers } from './kept-answers';
import { type Stamped, unlessKept } from './unless-kept';

/** Each answer is its ten bytes and the position. */
const write = (found: string) => ({
  before: Buffer.from(found),
  after: [],
  about: undefined,
  basis: undefined,
  basisBytes: 0,
});

/** Asks, and tells whether the answer was written anew. The rows are always those of stamp 's'. */
async function written(kept: KeptAnswers, key: string, text = 'ten bytes!'): Promise<boolean> {
  let anew = false;
  const answer = await kept.answer(
    key,
    (known) => Promise.resolve({ stamp: 's', asOf: '7', found: known?.stamp === 's' ? null : text }),
    (found) => {
      anew = true;
      return write(found);
    },
  );
  expect(answer.toString()).toBe(`${text}"7"`);
  return anew;
}

it('forgets what nobody asked for longest, and only when there is no room', async () => {
  const kept = new KeptAnswers(30);
  for (const key of ['a', 'b', 'c']) expect(await written(kept, key)).toBe(true);
  for (const key of ['b', 'c', 'a']) expect(await written(kept, key)).toBe(false);
  expect(await written(kept, 'd')).toBe(true);
  for (const key of ['c', 'a', 'd']) expect(await written(kept, key)).toBe(false);
  expect(await written(kept, 'b')).toBe(true);
});

it('keeps nothing of an answer that is larger than all room, and takes the room of others for others only', async () => {
  const kept = new KeptAnswers(30);
  const large = 'x'.repeat(31);
  expect(await written(kept, 'large', large)).toBe(true);
  expect(await written(kept, 'large', large)).toBe(true);
  for (const again of [true, false]) for (const key of ['a', 'b', 'c']) expect(await written(kept, key)).toBe(again);
});

it('counts what an answer takes now, not what it took before', async () => {
  const kept = new KeptAnswers(30);
  for (let stamp = 0; stamp < 9; stamp += 1)
    await kept.answer('a', () => Promise.resolve({ stamp: `${stamp}`, asOf: null, found: 'ten bytes!' }), write);
  for (const again of [true, false]) for (const key of ['b', 'c']) expect(await written(kept, key)).toBe(again);
});

it('rejects as the question does and keeps nothing of it', async () => {
  const kept = new KeptAnswers(30);
  await expect(kept.answer('a', () => Promise.reject(new Error('gone')), write)).rejects.toThrow('gone');
  expect(await written(kept, 'a')).toBe(true);
});

it('compares with the stamp also what the generation holds, when the statistics began and the start of the server', () => {
  const toy = { projection: 'toy', version: 1, columns: '1', from: 'a', where: 'true' };
  const { text } = unlessKept(toy, 'a.xmin', '$1');
  for (const part of ['a.xmin', 'g.contents', 'pg_stat_get_bgwriter_stat_reset_time()', 'pg_postmaster_start_time()'])
    expect(text).toContain(part);
});

describe('what an answer was made of', () => {
  /** Sums up: what is kept and what is new. */
  const sum = (more: number, basis: number | undefined) => {
    const basisNow = (basis ?? 0) + more;
    return {
      before: Buffer.from(`${basisNow}/`),
      after: [],
      about: undefined,
      basis: basisNow,
      basisBytes: 20,
    };
  };
  const found = (stamp: string, more: number) => () => Promise.resolve({ stamp, asOf: null, found: more });

  it('is there for the next one, and takes room', async () => {
    const kept = new KeptAnswers<undefined, number>(30);
    await kept.answer('a', found('1', 5), sum);
    expect((await kept.answer('a', found('2', 2), sum)).toString()).toBe('7/null');
    const asked: unknown[] = [];
    const noted = (known: unknown) => {
      asked.push(known);
      return found('3', 1)();
    };
    await kept.answer('a', noted, sum);
    await kept.answer('b', noted, sum);
    await kept.answer('a', noted, sum);
    expect(asked).toEqual([expect.objectContaining({ stamp: '2', basis: 7 }), undefined, undefined]);
  });

  it('is that of the answer which was kept when the question was asked, whatever came to be kept meanwhile', async () => {
    const kept = new KeptAnswers<undefined, number>(1_000);
    await kept.answer('a', found('1', 5), sum);
    let early: (answer: Stamped<number>) => void = () => undefined;
    const slow = kept.answer('a', () => new Promise<Stamped<number>>((resolve) => (early = resolve)), sum);
    expect((await kept.answer('a', found('3', 4), sum)).toString()).toBe('9/null');
    early({ stamp: '2', asOf: null, found: 3 });
    expect((await slow).toString()).toBe('8/null');
    // The older one is kept now, and what the newer one saw is new to it.
    expect((await kept.answer('a', found('3', 1), sum)).toString()).toBe('9/null');
  });

  it('is left where it does not fit what was found: then everything is asked for, once', async () => {
    const kept = new KeptAnswers<undefined, number>(30);
    await kept.answer('a', found('1', 5), sum);
    const fresh = (more: number, basis: number | undefined) => (basis === undefined ? sum(more, 0) : undefined);
    expect((await kept.answer('a', found('2', 2), fresh)).toString()).toBe('2/null');
    await expect(kept.answer('b', found('3', 1), () => undefined)).rejects.toThrow('does not make an answer');
  });
});
