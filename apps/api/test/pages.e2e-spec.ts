import { logs } from './opened-log';
import { problemIn, RunningApi } from './running-api';

const administrator = 'administrator-of-units';
const source = { title: 'Cổng thông tin', url: 'https://example.vn/2021' };
const idOf = (number: number) => `khoi_${String(number).padStart(3, '0')}`;

describe.each(logs)('a list that grows, the log in %s', (log) => {
  let api: RunningApi;
  let last: string;
  beforeAll(async () => {
    api = await RunningApi.start({ log });
    for (let number = 10; number <= 400; number += 10) last = await published(number);
    await api.answered(undefined, '/rankings', last);
  });
  afterAll(() => api.stop());

  function published(number: number): Promise<string> {
    const blockId = idOf(number);
    const rows = [{ unitId: `so_${number}`, unitName: 'Sở', index: '86.05', rank: 1 }];
    return api.accepted(administrator, '/results/imports', {
      ...{ year: 2021, blockId, blockName: blockId, n: 1, rows, source },
    });
  }

  /** All pages of a list, one after the other, as their Link headers say. `meanwhile` happens between them. */
  async function allPages(first: string, meanwhile: () => Promise<unknown> = () => Promise.resolve()) {
    const pages: string[][] = [];
    for (let address: string | undefined = first; address !== undefined;) {
      const answer = await api.question(undefined, address);
      expect(answer.status).toBe(200);
      pages.push((answer.body as { blockId: string }[]).map(({ blockId }) => blockId));
      address = /^<([^>]+)>; rel="next"$/.exec((answer.headers as { link?: string }).link ?? '')?.[1];
      if (address !== undefined) await meanwhile();
    }
    return pages;
  }

  it('comes in pages of the size asked for, the last without a next one', async () => {
    const pages = await allPages('/rankings?limit=7');
    expect(pages.map(({ length }) => length)).toEqual([7, 7, 7, 7, 7, 5]);
    expect(pages.flat()).toEqual(Array.from({ length: 40 }, (_, place) => idOf((place + 1) * 10)));
    expect(await allPages('/rankings?limit=40')).toHaveLength(1);
  });

  it('shows every row that was there, once, whatever others write before, behind and between', async () => {
    const there = (await allPages('/rankings')).flat();
    let number = 1;
    const seen = (
      await allPages('/rankings?limit=3', async () => {
        last = (await Promise.all([published(number), published(400 - number)]))[1];
        number += number % 10 === 9 ? 2 : 1;
        await api.answered(undefined, '/rankings', last);
      })
    ).flat();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => there.includes(id))).toEqual(there);
    expect((await allPages('/rankings')).flat().length).toBeGreaterThan(there.length + 20);
  });

  it('keeps what else was asked, also on the next page', async () => {
    const { headers } = await api.question(undefined, `/rankings?after=${last}&limit=2`);
    expect(headers['link']).toMatch(new RegExp(`^</rankings\\?after=${last}&limit=2&cursor=[\\w-]+>; rel="next"$`));
  });

  it.each(['limit=0', 'limit=501', 'limit=x', 'cursor=x', 'cursor=WzFd', 'cursor=%00', 'limit=1&limit=2'])(
    'refuses %s',
    async (query) => {
      const problem = problemIn(await api.question(undefined, `/rankings?${query}`));
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, query.split('=')[0]]);
    },
  );

  it('says of what the answer is true, and by which read model', async () => {
    const { headers } = await api.question(undefined, `/rankings?limit=2&after=${last}`);
    expect(BigInt(headers['x-as-of-position'] as string)).toBeGreaterThanOrEqual(BigInt(last));
    expect(headers['x-projection-version']).toMatch(/^ranking\/\d+$/);
  });

  it('waits for a Consistency-Token as for after', async () => {
    const token = await published(999);
    const answer = await api.question(undefined, '/rankings?limit=500').set('Consistency-Token', token);
    const behind = answer.status === 503 && problemIn(answer).code === 'read-store.behind';
    expect(behind || (answer.body as { blockId: string }[]).some(({ blockId }) => blockId === idOf(999))).toBe(true);
  });
});
