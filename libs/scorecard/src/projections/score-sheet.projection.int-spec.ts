import type { AnyProjection } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import {
  announcedAs,
  answerAfter,
  correctedTo,
  type HistoryEvent,
  logOf,
  ProjectionLab,
  projectionSpec,
  ScoreHistory,
  yearOfU17,
} from '@app/testing';
import { scorecard } from './score-sheet.projection';

const { ruleset, history, registered, renamed, published } = yearOfU17;
const rulesets = new (class extends RulesetCatalog {
  override get = () => ruleset;
})([]);
const projection = scorecard(rulesets);
const spec = projectionSpec(projection);

const everything = [
  registered,
  ...history().ruled('1.1.2', '2/3', '1', 'c1', 'complaint').events,
  renamed,
  announcedAs(published),
  published,
  correctedTo(published, [['u17', '75', 1, 'good']]),
];

describe('the scorecard', () => {
  it('is brought up to the log by one statement, however much happened', async () => {
    const lab = await ProjectionLab.open(projection, await logOf(everything));
    try {
      expect(await lab.statementsOfOneBatch()).toHaveLength(1);
    } finally {
      await lab.close();
    }
  });

  it('keeps the last word on each matter, and who said it', async () => {
    const rows = await spec.given(...history().confirmed('1.1.1', '2').events).rows('statement');
    expect(rows.map(({ matter, type }) => [matter, type])).toEqual([
      ['appraisal/1/1.1.1', 'AppraisalConfirmed'],
      ['appraisal/1/1.1.2', 'AppraisalAdjusted'],
      ['batch/citizens/b1', 'SurveyBatchRecorded'],
      ['batch/citizens/b2', 'SurveyBatchWithdrawn'],
      ['case/c1', 'CaseClosed'],
      ['self/1.1.1', 'SelfScoreRecorded'],
      ['self/1.1.2', 'SelfScoreRecorded'],
    ]);
    expect(rows[0]).toMatchObject({ said: { points: '2', round: 1 }, actor: 'test', role: 'test' });
    expect(rows[3]).toMatchObject({ said: null });
  });

  it('stops a unit-year at a file whose rules nobody knows, and at points that are no number', async () => {
    const unknown = scorecard(new RulesetCatalog([]));
    const refused = (one: AnyProjection, events: readonly HistoryEvent[]) =>
      answerAfter(one, events, ({ scope }) =>
        scope.session.query('SELECT partition, event_type FROM read_model.quarantine'),
      );
    const [opened = registered] = history().events;
    expect(await refused(unknown, [opened])).toEqual([{ partition: '2024.u17', event_type: 'AssessmentOpened' }]);
    const wrong = new ScoreHistory('u17', 2024).declared('1.1.1', 'ba').events;
    expect(await refused(projection, wrong)).toEqual([{ partition: '2024.u17', event_type: 'SelfScoreRecorded' }]);
  });

  it('is the same however the log is cut', () => spec.given(...everything).thenAnyBatchSizeGivesTheSame());

  it('is unchanged when the same history is delivered twice', () =>
    spec.given(...everything).thenReplayingChangesNothing());
});
