import { sampleDecree } from '@app/testing';
import type { NoticeAnswer, NoticesAnswer } from '../src/notices/notices.dto';
import { logs } from './opened-log';
import { type Person, problemIn, RunningApi } from './running-api';

const by = 'administrator-of-units';

describe.each(logs)('the notices of a unit, the log in %s', (log) => {
  let api: RunningApi;
  let last: string;
  let ruled = 2000;
  beforeAll(async () => {
    api = await RunningApi.start({ log, units: ['so_a', 'so_b'] });
    for (const unitId of ['so_a', 'so_b']) {
      const unit = { unitId, name: `Sở ${unitId} (mẫu)`, type: 'department', registeredOn: '2000-01-01' };
      last = await api.accepted(by, '/units', unit);
    }
    const transfer = { kind: 'partial-transfer', predecessors: [{ unitId: 'so_b', share: '1/3' }] };
    await api.accepted(by, '/units/so_a/lineage', { ...transfer, effectiveOn: '2000-06-01', decree: sampleDecree });
    for (let number = 1; number <= 9; number += 1) await rule();
  });
  afterAll(() => api.stop());

  /** So_a is told something about one more year. */
  async function rule(): Promise<string> {
    const ruling = { year: (ruled += 1), predecessorId: 'so_b', takesOver: null, reason: 'Kế thừa nhiệm vụ (mẫu)' };
    return (last = await api.accepted(by, '/units/so_a/succession-rulings', ruling));
  }

  const of = (query = '', person: Person = 'unit-head@so_a') =>
    api.answered<NoticesAnswer>(person, `/units/so_a/notices${query}`, last);
  const yearsIn = ({ notices }: NoticesAnswer) => notices.map(({ year }) => year);
  const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place);

  it('name the event, its moment and what it says', async () => {
    const answer = await of('?year=2009');
    expect(answer.notices).toEqual<NoticeAnswer[]>([
      {
        ...{
          unitId: 'so_a',
          year: 2009,
          kind: 'succession-ruled',
          position: last,
          eventId: expect.any(String) as string,
        },
        ...{ recordedAt: '2024-01-02T01:00:00.000Z', correlationId: expect.any(String) as string, deadline: null },
        ...{ component: null, proposal: null, rank: null, className: null },
        text: 'Kết quả của đơn vị “so_b” được coi là năm trước của năm 2009. Lý do: Kế thừa nhiệm vụ (mẫu).',
      },
    ]);
    const { id, metadata } = (await api.store.eventAt(BigInt(last))) ?? {};
    const [notice] = answer.notices;
    expect([notice?.eventId, notice?.correlationId]).toEqual([id, metadata?.correlationId]);
    expect(BigInt(answer.asOf ?? '0')).toBeGreaterThanOrEqual(BigInt(last));
  });

  it('are read by the unit’s own people and by those who oversee all, and by nobody of another unit', async () => {
    for (const person of ['unit-officer@so_a', 'unit-head@so_a', by, 'auditor', 'leader'] as const)
      expect(yearsIn(await of('', person))).toEqual(numbered(2001, 2009));
    for (const person of ['unit-officer@so_b', 'unit-head@so_b', 'appraiser@so_a', 'it-admin'] as const)
      expect(problemIn(await api.question(person, '/units/so_a/notices')).status).toBe(403);
  });

  it('of a unit that is not there are refused to whoever may ask of all, and to others as of any other unit', async () => {
    await of();
    expect(problemIn(await api.question('auditor', '/units/khong_co/notices')).code).toBe('notices.unit-not-known');
    expect(problemIn(await api.question('unit-head@so_a', '/units/khong_co/notices')).status).toBe(403);
    expect(await api.answered('auditor', '/units/so_b/notices', last)).toMatchObject({ notices: [] });
  });

  it('come in pages, each once, whatever is written meanwhile', async () => {
    const there = yearsIn(await of());
    const seen: number[] = [];
    for (let address: string | undefined = '/units/so_a/notices?limit=4'; address !== undefined;) {
      const answer = await api.question('unit-head@so_a', address);
      seen.push(...yearsIn(answer.body as NoticesAnswer));
      address = /^<([^>]+)>; rel="next"$/.exec((answer.headers as { link?: string }).link ?? '')?.[1];
      if (seen.length < 12) await rule();
      await of('', 'auditor');
    }
    expect(seen.slice(0, there.length)).toEqual(there);
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen.length).toBeGreaterThan(there.length);
  });

  it('are those that there were at an earlier moment', async () => {
    const [first] = (await of()).notices;
    const then = await api.question('unit-head@so_a', `/units/so_a/notices?asOf=${first?.position}`);
    expect(then.body).toEqual({ notices: [first], asOf: first?.position });
  });

  it.each(['cursor=x', 'cursor=WzFd', 'limit=0', 'year=26', 'jahr=2026', 'asOf=2025-02-30'])(
    'refuse %s',
    async (query) => {
      const problem = problemIn(await api.question('unit-head@so_a', `/units/so_a/notices?${query}`));
      expect([problem.status, problem.errors?.[0]?.field]).toEqual([400, query.split('=')[0]]);
    },
  );
});
