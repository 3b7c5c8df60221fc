import type { ConsequenceFlag, FlagTurn } from '@app/accountability';
import { proposalText } from './notice-text';
import { proposalNotices } from './proposal-notices';

const turn = (position: string): FlagTurn => ({ position, eventId: `e${position}`, at: '2025-03-15T02:00:00.000Z' });

function flag(changes: Partial<ConsequenceFlag>): ConsequenceFlag {
  return {
    ...{ kind: 'discipline-a', year: 2024, blockId: 'so', blockName: 'Khối', unitId: 'u1', unitName: 'Sở' },
    ...{ pending: false, derivation: [], caveats: [], openCases: [], otherReading: null, eventIds: [], tenures: [] },
    ...{ ruleset: { id: 'mau', version: 1, sha256: '0'.repeat(64) }, since: turn('5'), superseded: null },
    ...changes,
  };
}

const told = (flags: readonly ConsequenceFlag[]) =>
  proposalNotices(flags).map((notice) => `${notice.turn.position} ${notice.kind} ${notice.year} ${notice.proposal}`);

describe('a unit is told of its proposals', () => {
  it('when one is raised, and when it stands no more', () => {
    expect(told([flag({})])).toEqual(['5 proposal-raised 2024 discipline-a']);
    expect(told([flag({ superseded: turn('9') })])).toEqual([
      '5 proposal-raised 2024 discipline-a',
      '9 proposal-withdrawn 2024 discipline-a',
    ]);
  });

  it('once when one event ends its wording and begins the next', () => {
    const [first, second] = [flag({ superseded: turn('9') }), flag({ since: turn('9'), pending: true })];
    expect(told([first, second])).toEqual([
      '5 proposal-raised 2024 discipline-a',
      '9 proposal-changed 2024 discipline-a',
    ]);
  });

  it('not when it says the same on other events', () => {
    const [first, second] = [flag({ superseded: turn('9') }), flag({ since: turn('9'), eventIds: ['e9'] })];
    expect(told([first, second])).toEqual(['5 proposal-raised 2024 discipline-a']);
  });

  it('of each by itself: another kind or year that begins where one ends is no change of it', () => {
    const ends = flag({ superseded: turn('9') });
    for (const other of [{ kind: 'insufficient-data' }, { year: 2025 }, { blockId: 'huyen' }] as const)
      expect(told([ends, flag({ since: turn('9'), ...other })])).toContain('9 proposal-withdrawn 2024 discipline-a');
  });

  it('in words that propose, and never say that anybody is disciplined', () => {
    const all = [flag({ superseded: turn('9') }), flag({ since: turn('9'), superseded: turn('12'), pending: true })];
    expect(proposalNotices(all).map(proposalText)).toEqual([
      'Xét khen thưởng, xem xét trách nhiệm: đề xuất xem xét (A). Đây là đề xuất; cấp có thẩm quyền quyết định.',
      'Xét khen thưởng, xem xét trách nhiệm, có thay đổi: đề xuất xem xét (A), còn chờ. Đây là đề xuất; cấp có thẩm quyền quyết định.',
      'Xét khen thưởng, xem xét trách nhiệm: không còn “đề xuất xem xét (A)”.',
    ]);
  });
});
