import { type AssessmentEvent, extensionGranted, selfAssessmentReturned } from '@app/assessment';
import type { Recorded } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import { blockSkipped, type PeriodEvent, periodOpened } from '@app/period';
import {
  blockDefined,
  type BlockEvent,
  changeWithdrawn,
  membershipCorrected,
  type UnitEvent,
  officeLeft,
  unitJoinedBlock,
  unitLeftBlock,
  unitRegistered,
  unitRenamed,
} from '@app/unit';
import { sampleDecree, ScoreHistory } from '@app/testing';
import { blockMembers, blockPeriod, stillThere, unitNames, unitYear } from './fold-block-year';
import { nameOn } from './published-units';

const recorded = <Event extends DomainEvent>(...events: Event[]): Recorded<Event>[] =>
  events.map((event, index) => {
    const metadata = { actor: 'a', onBehalfOf: null };
    return {
      ...event,
      id: `${index}`,
      stream: 's',
      revision: BigInt(index),
      position: BigInt(index),
      metadata,
    } as never;
  });

const blockId = 'b';
const defined = blockDefined.of({ blockId, name: 'Khối B' });
const joined = (unitId: string, from: string) => unitJoinedBlock.of({ blockId, unitId, from });
const left = (unitId: string, until: string) => unitLeftBlock.of({ blockId, unitId, until });
const grounds = { reason: 'Nhập nhầm (mẫu)', documentNumber: '12/CV-MẪU' };
const corrected = (unitId: string, from: string, days: { from: string; until: string | null } | null) =>
  membershipCorrected.of({ blockId, unitId, from, corrected: days, ...grounds });
const members = (...events: BlockEvent[]) => blockMembers(recorded<BlockEvent>(defined, ...events), 2024).candidates;

describe('who belongs to a block in a year', () => {
  it.each([
    ['from before the year on', [joined('u', '2020-01-01')], [{ unitId: 'u', atYearEnd: true }]],
    ['from its last day on', [joined('u', '2024-12-31')], [{ unitId: 'u', atYearEnd: true }]],
    ['from the day after on', [joined('u', '2025-01-01')], []],
    ['until its first day', [joined('u', '2020-01-01'), left('u', '2024-01-01')], [{ unitId: 'u', atYearEnd: false }]],
    ['until the day before', [joined('u', '2020-01-01'), left('u', '2023-12-31')], []],
    ['until its last day', [joined('u', '2020-01-01'), left('u', '2024-12-31')], [{ unitId: 'u', atYearEnd: true }]],
    [
      'twice within it',
      [joined('u', '2024-01-01'), left('u', '2024-02-01'), joined('u', '2024-05-01')],
      [{ unitId: 'u', atYearEnd: true }],
    ],
    [
      'whose first day was corrected to one after it',
      [joined('u', '2024-05-01'), corrected('u', '2024-05-01', { from: '2025-01-01', until: null })],
      [],
    ],
    [
      'that was said to have left, and had not',
      [
        joined('u', '2020-01-01'),
        left('u', '2024-02-01'),
        corrected('u', '2020-01-01', { from: '2020-01-01', until: null }),
      ],
      [{ unitId: 'u', atYearEnd: true }],
    ],
    ['that was recorded by mistake', [joined('u', '2020-01-01'), corrected('u', '2020-01-01', null)], []],
  ])('a member %s', (_, events, expected) => expect(members(...events)).toEqual(expected));

  it('is listed by id, with the block’s name', () =>
    expect(
      blockMembers(recorded<BlockEvent>(joined('z', '2020-01-01'), joined('a', '2020-01-01'), defined), 2024),
    ).toEqual({
      name: 'Khối B',
      candidates: [
        { unitId: 'a', atYearEnd: true },
        { unitId: 'z', atYearEnd: true },
      ],
    }));
});

describe('a unit that ended', () => {
  const member = { unitId: 'u', atYearEnd: true };

  it.each([
    ['never', null, true],
    ['on the first day of the next year', '2025-01-01', true],
    ['on the last day of the year', '2024-12-31', false],
    ['in mid-year', '2024-07-01', false],
    ['on the second day of the year', '2024-01-02', false],
  ])('%s, is a member for as long as it was there', (_, endedOn, atYearEnd) =>
    expect(stillThere([member], new Map(endedOn === null ? [] : [['u', endedOn]]), 2024)).toEqual([
      { unitId: 'u', atYearEnd, endedOn },
    ]),
  );

  it('on the first day of the year, was none in it', () =>
    expect(stillThere([member], new Map([['u', '2024-01-01']]), 2024)).toEqual([]));

  it('does not come back at the end of a year in which it had left before', () =>
    expect(stillThere([{ ...member, atYearEnd: false }], new Map(), 2024)).toEqual([
      { ...member, atYearEnd: false, endedOn: null },
    ]));
});

describe('a year as a block sees it', () => {
  const ruleset = { id: 'r', version: 1, sha256: 'a' };
  const deadlines = { submitBy: '2025-01-15T10:00:00.000Z', appraiseBy: '2025-03-15T10:00:00.000Z' };
  const opened = periodOpened.of({ year: 2024, ...deadlines, asked: deadlines, blocks: [{ blockId, ruleset }] });
  const skipped = blockSkipped.of({ year: 2024, blockId, reason: 'x' });

  it('is nothing before it opens', () => expect(blockPeriod([], blockId)).toBeNull());
  it('binds the block’s own rules', () =>
    expect(blockPeriod(recorded<PeriodEvent>(opened), blockId)).toEqual({ ...deadlines, ruleset, skipped: false }));
  it('binds no rules for a block it does not name', () =>
    expect(blockPeriod(recorded<PeriodEvent>(opened), 'c')).toMatchObject({ ruleset: null, skipped: false }));
  it('may skip the block, and only that one', () => {
    expect(blockPeriod(recorded<PeriodEvent>(opened, skipped), blockId)).toMatchObject({ skipped: true });
    expect(blockPeriod(recorded<PeriodEvent>(opened, skipped), 'c')).toMatchObject({ skipped: false });
  });
});

describe('the name of a unit', () => {
  const unit = { unitId: 'u', type: 'department', registeredOn: '2020-01-01' } as const;
  const registration = { ...unit, parentId: null, officialCode: null };
  const names = unitNames(
    recorded<UnitEvent>(
      unitRegistered.of({ ...registration, name: 'Cũ' }),
      officeLeft.of({ unitId: 'u', office: 'head', personId: 'p', until: '2021-01-01' }),
      unitRenamed.of({ unitId: 'u', name: 'Mới', effectiveOn: '2024-03-01', decree: sampleDecree }),
    ),
  );

  it.each([
    ['2019-01-01', 'Cũ'],
    ['2024-02-29', 'Cũ'],
    ['2024-03-01', 'Mới'],
  ])('on %s is %s', (on, name) => expect(nameOn({ unitId: 'u', names }, on)).toBe(name));

  it('is the one before, where a renaming was withdrawn', () => {
    const renaming = { unitId: 'u', kind: 'renaming', effectiveOn: '2024-03-01', predecessorIds: [] } as const;
    const events = recorded<UnitEvent>(
      unitRegistered.of({ ...registration, name: 'Cũ' }),
      unitRenamed.of({ unitId: 'u', name: 'Nhầm', effectiveOn: '2024-03-01', decree: sampleDecree }),
      changeWithdrawn.of({ ...renaming, eventId: '1', name: 'Cũ', ...grounds }),
    );
    expect(nameOn({ unitId: 'u', names: unitNames(events) }, '2024-03-01')).toBe('Cũ');
  });

  it('is its id when it was never registered', () =>
    expect(nameOn({ unitId: 'u', names: [] }, '2024-01-01')).toBe('u'));
});

describe('a unit’s year', () => {
  const history = () => new ScoreHistory('u', 2024).opened().declared('1', '1').submitted();

  it('knows until when the unit may submit: as opened, extended, or returned last', () => {
    const until = (submitBy: string) => ({ unitId: 'u', year: 2024, submitBy, asked: { submitBy }, reason: 'x' });
    const extended = extensionGranted.of({ ...until('2025-01-20T00:00:00.000Z'), components: null });
    const longerForSome = extensionGranted.of({ ...until('2025-01-25T00:00:00.000Z'), components: ['1'] });
    const returned = selfAssessmentReturned.of(until('2025-02-20T00:00:00.000Z'));
    const { events } = history();
    expect(unitYear([], 'u', 2024).submitBy).toBeNull();
    expect(unitYear(events, 'u', 2024).submitBy).toBe('2024-12-31T17:00:00.000Z');
    expect(unitYear([...events, ...recorded<AssessmentEvent>(extended)], 'u', 2024).submitBy).toBe(
      '2025-01-20T00:00:00.000Z',
    );
    for (const both of [
      [extended, longerForSome],
      [longerForSome, extended],
    ])
      expect(unitYear([...events, ...recorded<AssessmentEvent>(...both)], 'u', 2024).submitBy).toBe(
        '2025-01-25T00:00:00.000Z',
      );
    expect(unitYear([...events, ...recorded<AssessmentEvent>(extended, returned)], 'u', 2024).submitBy).toBe(
      '2025-02-20T00:00:00.000Z',
    );
  });

  it('knows who appraised, with whoever delegated, and not who declared', () => {
    const confirmed = history()
      .confirmed('1', '1')
      .events.map((event) => ({
        ...event,
        metadata: { ...event.metadata, actor: event.type, onBehalfOf: 'chu_nhiem' },
      }));
    expect(unitYear(confirmed, 'u', 2024).appraisers).toEqual(['AppraisalConfirmed', 'chu_nhiem']);
  });
});
