import { KeptAnswers, unlessKept } from './kept-answers';

/** Each answer is its ten bytes and the position. */
const write = (found: string) => ({ before: found, after: '', about: undefined });

/** Asks, and tells whether the answer was written anew. The rows are always those of stamp 's'. */
async function written(kept: KeptAnswers, key: string, text = 'ten bytes!'): Promise<boolean> {
  let anew = false;
  const { bytes } = await kept.answer(
    key,
    (stamp) => Promise.resolve({ stamp: 's', asOf: '7', found: stamp === 's' ? null : text }),
    (found) => {
      anew = true;
      return write(found);
    },
  );
  expect(bytes.toString()).toBe(`${text}"7"`);
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

it('compares with the stamp also the generation, when the statistics began and the start of the server', () => {
  const { text } = unlessKept(
    { projection: 'toy', version: 1, columns: '1', from: 'a', where: 'true' },
    'a.xmin',
    '$1',
  );
  for (const part of ['a.xmin', 'c.generation', 'pg_stat_get_bgwriter_stat_reset_time()', 'pg_postmaster_start_time()'])
    expect(text).toContain(part);
});
