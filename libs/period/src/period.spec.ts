import {
  IdentifierIsInvalid,
  InstantDoesNotExist,
  TextIsInvalid,
  workingCalendar,
  WorkingYearIsNotRecorded,
  YearOutOfRange,
} from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import { decisionSpec } from '@app/testing';
import { openPeriod, period, periodStream, skipBlock } from './period';
import {
  BlockAlreadySkipped,
  BlockIsUnderWay,
  BlocksDoNotFit,
  DeadlineIsBeforeItsYear,
  DeadlinesHavePassed,
  DeadlinesOutOfOrder,
  PeriodAlreadyOpened,
  PeriodNotOpened,
  RulesetNotInForce,
} from './period.errors';
import { blockSkipped, periodOpened } from './period.events';
import { sampleCalendar } from './sample-calendar';

const { given } = decisionSpec(period);
const ruleset = { id: 'mau_so', version: 1, sha256: 'a'.repeat(64) };
const rules = [{ id: 'mau_so', effectiveFrom: '2024-12-31' } as Ruleset];
const opening = {
  year: 2024,
  submitBy: '2025-01-15T10:00:00.000Z',
  appraiseBy: '2025-03-15T10:00:00.000Z',
  blocks: [{ blockId: 'so_nganh', ruleset }],
};
/** 2025-03-15 is a Saturday. */
const inEffect = { ...opening, appraiseBy: '2025-03-17T17:00:00.000Z' };
const asked = { submitBy: opening.submitBy, appraiseBy: opening.appraiseBy };
const opened = periodOpened.of({ ...inEffect, asked });
const calendar = workingCalendar(sampleCalendar(2024), sampleCalendar(2025));
const now = '2024-11-01T02:00:00.000Z';
const skipping = { year: 2024, blockId: 'so_nganh', reason: 'Sắp xếp tổ chức bộ máy' };
const unbegun = { ...skipping, begun: null };

describe('an assessment year', () => {
  it('opens with its rules and deadlines', () =>
    given()
      .when((state) => openPeriod(state, opening, rules, calendar, now))
      .thenEvents(opened));

  it('opens once', () =>
    given(opened)
      .when((state) => openPeriod(state, opening, rules, calendar, now))
      .thenFails(PeriodAlreadyOpened, { year: 2024 }));

  it.each([opening.submitBy, '2025-01-15T09:59:59.999Z'])(
    'refuses that appraisal ends at %s, not after submission',
    (appraiseBy) =>
      given()
        .when((state) => openPeriod(state, { ...opening, appraiseBy }, rules, calendar, now))
        .thenFails(DeadlinesOutOfOrder),
  );

  it.each([
    ['submission', opening.submitBy],
    ['submission and appraisal', '2026-11-22T00:00:00.000Z'],
  ])('is not opened when the deadline of %s has passed: nobody could ever mend it', (_what, at) =>
    given()
      .when((state) => openPeriod(state, opening, rules, calendar, at))
      .thenFails(DeadlinesHavePassed, { now: at }),
  );

  it.each([
    ['submission ends before it', { submitBy: '2023-12-29T10:00:00.000Z' }, 'Hạn nộp'],
    ['submission ends as it begins', { submitBy: '2023-12-31T17:00:00.000Z' }, 'Hạn nộp'],
    [
      'both end before it, and have passed',
      { submitBy: '2023-10-30T10:00:00.000Z', appraiseBy: '2023-10-31T10:00:00.000Z' },
      'Hạn nộp',
    ],
    ['appraisal ends before it', { appraiseBy: '2023-12-29T10:00:00.000Z' }, 'Hạn thẩm định'],
  ])('opened before it begins, is refused when %s', (_what, deadlines, field) =>
    given()
      .when((state) => openPeriod(state, { ...opening, ...deadlines }, rules, calendar, '2023-11-01T02:00:00.000Z'))
      .thenFails(DeadlineIsBeforeItsYear, { field, begins: '2023-12-31T17:00:00.000Z' }),
  );

  it('may be opened before it begins', () =>
    given()
      .when((state) => openPeriod(state, opening, rules, calendar, '2023-11-01T02:00:00.000Z'))
      .thenEvents(opened));

  it('may end submissions on its first working day', () => {
    const submitBy = '2023-12-31T17:00:00.001Z';
    given()
      .when((state) => openPeriod(state, { ...opening, submitBy }, rules, calendar, '2023-11-01T02:00:00.000Z'))
      .thenEvents(
        periodOpened.of({ ...inEffect, submitBy: '2024-01-02T17:00:00.000Z', asked: { ...asked, submitBy } }),
      );
  });

  /** In the sample, Tết is from Saturday 1 to Wednesday 5 February 2025. */
  it.each([
    ['one second before Tết', '2025-01-31T16:59:59.000Z', '2025-01-31T16:59:59.000Z'],
    ['at the beginning of Tết', '2025-01-31T17:00:00.000Z', '2025-01-31T17:00:00.000Z'],
    ['one second later', '2025-01-31T17:00:01.000Z', '2025-02-06T17:00:00.000Z'],
    ['in Tết', '2025-02-04T10:00:00.000Z', '2025-02-06T17:00:00.000Z'],
    ['at the end of Tết', '2025-02-05T17:00:00.000Z', '2025-02-06T17:00:00.000Z'],
    ['on the first working day after it', '2025-02-06T10:00:00.000Z', '2025-02-06T10:00:00.000Z'],
  ])('a deadline that is set %s stands as asked, and in effect by the working calendar', (_, submitBy, effective) =>
    given()
      .when((state) => openPeriod(state, { ...opening, submitBy }, rules, calendar, now))
      .thenEvents(periodOpened.of({ ...inEffect, submitBy: effective, asked: { ...asked, submitBy } })),
  );

  it('stays on a Saturday on which offices work instead', () => {
    const swapped = workingCalendar({ ...sampleCalendar(2025), workingDays: ['2025-03-15'] });
    given()
      .when((state) => openPeriod(state, opening, rules, swapped, now))
      .thenEvents(periodOpened.of({ ...opening, asked }));
  });

  it('is refused when both deadlines come to the end of one working day', () => {
    const weekend = { ...opening, submitBy: '2025-03-15T10:00:00.000Z', appraiseBy: '2025-03-16T10:00:00.000Z' };
    given()
      .when((state) => openPeriod(state, weekend, rules, calendar, now))
      .thenFails(DeadlinesOutOfOrder, { submitBy: '2025-03-17T17:00:00.000Z', appraiseBy: '2025-03-17T17:00:00.000Z' });
  });

  it('is not opened as long as nobody recorded which days of a deadline’s year are working days', () =>
    given()
      .when((state) => openPeriod(state, opening, rules, workingCalendar(sampleCalendar(2024)), now))
      .thenFails(WorkingYearIsNotRecorded, { year: 2025 }));

  it('names every year whose working days are to be recorded at once, also that into which a deadline is moved', () => {
    const submitBy = '2024-12-31T17:00:00.000Z';
    given()
      .when((state) => openPeriod(state, { ...opening, submitBy }, rules, workingCalendar(), now))
      .thenFails(WorkingYearIsNotRecorded, { year: 2024, years: [{ year: 2024 }, { year: 2025 }] });
    const holiday = { name: 'Nghỉ hoán đổi', from: '2024-12-31', until: '2024-12-31' };
    const sample = sampleCalendar(2024);
    const offAtTheEnd = workingCalendar({ ...sample, holidays: [...sample.holidays, holiday] });
    const appraiseBy = '2026-03-02T10:00:00.000Z';
    given()
      .when((state) => openPeriod(state, { ...opening, submitBy, appraiseBy }, rules, offAtTheEnd, now))
      .thenFails(WorkingYearIsNotRecorded, { years: [{ year: 2025 }, { year: 2026 }] });
  });

  it('tells deadlines as people in Vietnam read them', () =>
    expect(new DeadlinesOutOfOrder('2026-12-31T16:59:59.999Z', '2026-12-31T16:59:00.000Z').message).toBe(
      'Hạn thẩm định 23:59 31/12/2026 (giờ Việt Nam) không muộn hơn hạn nộp 23:59 31/12/2026 (giờ Việt Nam).',
    ));

  it('knows instants in UTC only: others do not compare as text', () =>
    given()
      .when((state) => openPeriod(state, { ...opening, submitBy: '2025-01-15T17:00:00+07:00' }, rules, calendar, now))
      .thenFails(InstantDoesNotExist));

  it('has blocks, each once', () => {
    const twice = [...opening.blocks, ...opening.blocks];
    given()
      .when((state) => openPeriod(state, { ...opening, blocks: [] }, [], calendar, now))
      .thenFails(BlocksDoNotFit);
    given()
      .when((state) => openPeriod(state, { ...opening, blocks: twice }, rules, calendar, now))
      .thenFails(BlocksDoNotFit);
    const odd = [{ blockId: 'so-nganh', ruleset }];
    given()
      .when((state) => openPeriod(state, { ...opening, blocks: odd }, rules, calendar, now))
      .thenFails(IdentifierIsInvalid);
  });

  it('is not judged by rules of a later year', () =>
    given()
      .when((state) =>
        openPeriod(state, opening, [{ ...rules[0], effectiveFrom: '2025-01-01' } as Ruleset], calendar, now),
      )
      .thenFails(RulesetNotInForce, { effectiveFrom: '2025-01-01' }));

  it('may skip a block, with a reason, once', () => {
    given(opened)
      .when((state) => skipBlock(state, unbegun))
      .thenEvents(blockSkipped.of(skipping));
    given(opened, blockSkipped.of(skipping))
      .when((state) => skipBlock(state, unbegun))
      .thenFails(BlockAlreadySkipped);
    given(opened)
      .when((state) => skipBlock(state, { ...unbegun, reason: '' }))
      .thenFails(TextIsInvalid);
  });

  it.each(['files', 'results'] as const)('skips no block that has %s of the year already', (begun) =>
    given(opened)
      .when((state) => skipBlock(state, { ...skipping, begun }))
      .thenFails(BlockIsUnderWay, { blockId: 'so_nganh', begun }),
  );

  it('skips nothing before it opened', () =>
    given()
      .when((state) => skipBlock(state, unbegun))
      .thenFails(PeriodNotOpened));

  it('names its stream', () => {
    expect(periodStream(2024)).toBe('period-2024');
    expect(() => periodStream(0)).toThrow(YearOutOfRange);
  });
});
