import { type ConsequenceFlag, GetFlags } from '@app/accountability';
import { type GetNotices, type Notice } from '@app/notices';
import type { QueryBus } from '@nestjs/cqrs';
import type { ListedKey } from './listed-notice';
import { UnitNotices } from './unit-notices';

const said = (position: string, kind = 'appraisal-closed') =>
  ({
    ...{ kind, year: 2024, position, eventId: `e${position}`, recordedAt: '2025-03-15T02:00:00.000Z' },
    ...{ correlationId: 'c', deadline: null, says: { round: 1, reason: 'Bổ sung' }, before: null },
  }) as Notice;
const turn = (position: string) => ({ position, eventId: `e${position}`, at: '2025-03-15T02:00:00.000Z' });
const raised = (position: string, kind: ConsequenceFlag['kind'] = 'discipline-a') =>
  ({ kind, year: 2024, blockId: 'so', pending: false, since: turn(position), superseded: null }) as ConsequenceFlag;

/** Two read models, each as far as it has read; as the queries do, the first one answers what is behind the key, and no more than asked. */
function readModels(notices: readonly Notice[], noticesTo: string, flags: readonly ConsequenceFlag[], flagsTo: string) {
  const asked: unknown[] = [];
  const execute = (query: unknown) => {
    asked.push(query);
    if (query instanceof GetFlags) return Promise.resolve({ flags, asOf: flagsTo });
    const { limit, behind } = (query as GetNotices).input;
    const rest = notices.filter(
      ({ position, kind }) =>
        behind === undefined || `${position.padStart(9)} ${kind}` > `${behind[0].padStart(9)} ${behind[1]}`,
    );
    return Promise.resolve({ notices: rest.slice(0, limit), asOf: noticesTo });
  };
  return { asked, list: new UnitNotices({ execute } as unknown as QueryBus) };
}

const question = { unitId: 'u1', year: undefined, proposals: true, after: undefined };
const keysOf = (list: { notices: readonly { key: ListedKey }[] }) =>
  list.notices.map(({ key }) => key.join(' ').trim());

describe('the one list of what events say and of the turns of proposals', () => {
  const notices = [said('9'), said('10', 'file-returned'), said('12')];
  const flags = [raised('10'), raised('10', 'insufficient-data'), raised('11')];
  const whole = [
    '9 appraisal-closed',
    '10 file-returned',
    '10 proposal-raised 2024/so/discipline-a',
    '10 proposal-raised 2024/so/insufficient-data',
    '11 proposal-raised 2024/so/discipline-a',
    '12 appraisal-closed',
  ];

  it('goes in the order of the log', async () => {
    const { list } = readModels(notices, '20', flags, '20');
    const answer = await list.list({ ...question, limit: 100, behind: undefined });
    expect([keysOf(answer), answer.asOf]).toEqual([whole, '20']);
  });

  it.each([1, 2, 4])('comes in pages of %d, each notice once', async (limit) => {
    const { list } = readModels(notices, '20', flags, '20');
    const all: string[] = [];
    let behind: ListedKey | undefined;
    for (;;) {
      const page = await list.list({ ...question, limit, behind });
      if (page.notices.length === 0) break;
      all.push(...keysOf(page));
      behind = page.notices.at(-1)?.key;
    }
    expect(all).toEqual(whole);
  });

  it.each([
    ['20', '10', whole.slice(0, 4), '10'],
    ['9', '20', whole.slice(0, 1), '9'],
  ])('ends where the slower read model stands: %s and %s', async (noticesTo, flagsTo, expected, asOf) => {
    const { list } = readModels(
      notices.filter(({ position }) => BigInt(position) <= BigInt(noticesTo)),
      noticesTo,
      flags.filter(({ since }) => BigInt(since.position) <= BigInt(flagsTo)),
      flagsTo,
    );
    const answer = await list.list({ ...question, limit: 100, behind: undefined });
    expect([keysOf(answer), answer.asOf]).toEqual([expected, asOf]);
  });

  it('asks for no proposals where none are shown', async () => {
    const { list, asked } = readModels(notices, '20', flags, '20');
    const answer = await list.list({ ...question, proposals: false, limit: 100, behind: undefined });
    expect(keysOf(answer)).toEqual(whole.filter((key) => !key.includes('proposal')));
    expect(asked.some((query) => query instanceof GetFlags)).toBe(false);
  });

  it('as of an instant is what both knew then', async () => {
    const asOf = '2025-03-16T00:00:00.000Z';
    const { list, asked } = readModels(notices, asOf, flags, asOf);
    const then = { asOf: { instant: asOf }, readTo: 30n };
    const answer = await list.list({ ...question, ...then, limit: 100, behind: undefined });
    expect([keysOf(answer), answer.asOf]).toEqual([whole, asOf]);
    for (const query of asked) expect((query as GetNotices | GetFlags).input).toMatchObject(then);
  });
});
