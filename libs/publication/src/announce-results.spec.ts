import { WorkingYearIsNotRecorded } from '@app/kernel';
import { decisionSpec } from '@app/testing';
import { finishedBlock } from '../test/finished-block';
import { announceProvisionalResults } from './announce-results';
import { unitYear } from './fold-block-year';
import { ObjectionWindowIsPast, ObjectionWindowIsTooShort } from './objection.errors';
import { PublisherAppraised, ResultsAlreadyRecorded, ResultsAreNotReady } from './publication.errors';
import { type Results, results } from './results';
import { resultsDigest } from './results-digest';

const { announcedAt, objectUntil, rulesets, calendar, finished, snapshot, announce, publish, publishedOf, figuresOf } =
  finishedBlock;
const { given } = decisionSpec(results);
const units = [finished('u1', '9'), finished('u2', '8')];
const announcing =
  (of = snapshot(...units), until = objectUntil) =>
  (state: Results) =>
    announce(of, until, announcedAt, state);

describe('announcing provisional results', () => {
  it('shows the very figures that would be published of the same snapshot, without a decision', () => {
    const [shown] = announce(snapshot(...units));
    const published = figuresOf(publishedOf(snapshot(...units)));
    expect(shown).toEqual({
      type: 'ProvisionalResultsAnnounced',
      data: { ...published, objectUntil, asked: { objectUntil }, announcedAt },
    });
    expect(resultsDigest(published)).toBe(published.digest);
  });

  it('may be done again until something is official', () => {
    const again = announce(snapshot(...units), '2025-05-01T00:00:00.000Z');
    given(...announce(snapshot(...units)))
      .when(announcing(snapshot(...units), '2025-05-01T00:00:00.000Z'))
      .thenEvents(...again);
    given(...announce(snapshot(...units)), ...publish(snapshot(...units)))
      .when(announcing())
      .thenFails(ResultsAlreadyRecorded);
  });

  it('leaves time for objections: a day at least', () => {
    given().when(announcing(undefined, announcedAt)).thenFails(ObjectionWindowIsPast);
    given()
      .when(announcing(undefined, '2025-03-21T01:59:59.999Z'))
      .thenFails(ObjectionWindowIsTooShort, { minimumHours: 24 });
    expect(announce(snapshot(...units), '2025-03-21T02:00:00.000Z')).toHaveLength(1);
  });

  /** 2025-04-05 is a Saturday. In the sample, Wednesday 30 April and Thursday 1 May are days off. */
  it.each([
    ['on a working day', '2025-04-04T10:00:00.000Z', '2025-04-04T10:00:00.000Z'],
    ['with the end of that day', '2025-04-04T17:00:00.000Z', '2025-04-04T17:00:00.000Z'],
    ['1 s later', '2025-04-04T17:00:01.000Z', '2025-04-07T17:00:00.000Z'],
    ['on a holiday', '2025-04-30T10:00:00.000Z', '2025-05-02T17:00:00.000Z'],
  ])(
    'takes objections, where their time is set to end %s, until it ends by the working calendar',
    (_, asked, until) => {
      const [shown] = announce(snapshot(...units), asked);
      expect(shown?.data).toMatchObject({ objectUntil: until, asked: { objectUntil: asked } });
    },
  );

  it('is not done as long as nobody recorded the days off of the year in which that time ends', () =>
    given()
      .when(announcing(undefined, '2026-01-05T00:00:00.000Z'))
      .thenFails(WorkingYearIsNotRecorded, { year: 2026 }));

  it('waits for unfinished units, as publication does', () => {
    const unfinished = { ...finished('u2', '8'), ...unitYear([], 'u2', 2024), unreadable: 'v9' };
    given()
      .when(announcing(snapshot(finished('u1', '9'), unfinished)))
      .thenFails(ResultsAreNotReady);
  });

  it.each(['tham_dinh', 'thu_ky'])('is not done by who appraised or ruled (%s)', (account) => {
    const block = snapshot({ ...finished('u1', '9'), appraisers: ['tham_dinh', 'thu_ky'] });
    given()
      .when((state) =>
        announceProvisionalResults(state, block, rulesets, objectUntil, calendar, ['x', account], announcedAt),
      )
      .thenFails(PublisherAppraised, { account });
  });
});
