import { resultsPublished } from '@app/publication';
import { type AnyProjection, ReadYourWrites } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { component, inStream, logOf, ProjectionLab, projectionSpec, ScoreHistory, smallRuleset } from '@app/testing';
import { unitRegistered, unitRenamed } from '@app/unit';
import { GetUnitScore, GetUnitScoreHandler } from '../queries/get-unit-score.query';
import { UnitScoreNotFound } from '../scorecard.errors';
import { scorecard } from './score-sheet.projection';

const ruleset = smallRuleset([
  component('1.1.1', { max: '3', citation: { document: 'Quy chế thử', clause: 'Điều 7' } }),
  component('1.1.2', { max: '3' }),
  component('1.1.3', {
    max: '2',
    part: 'survey',
    rule: { kind: 'survey', question: 'Q1', weights: { A: '100', B: '50', C: '0' }, minimumAnswers: 2 },
  }),
]);
const rulesets = new (class extends RulesetCatalog {
  override get = () => ruleset;
})([]);
const projection = scorecard(rulesets);
const spec = projectionSpec(projection);

const history = () =>
  new ScoreHistory('u17', 2024)
    .opened('so')
    .declared('1.1.1', '3')
    .declared('1.1.2', '2')
    .submitted()
    .surveyed('b1', ['Q1'], ['A', 'A', 'B'])
    .surveyed('b2', ['Q1'], ['C', 'C', 'C'])
    .withdrew('b2')
    .confirmed('1.1.1', '3')
    .adjusted('1.1.2', '2', '2/3', 'Thiếu tài liệu kiểm chứng')
    .caseReceived('c1', 'complaint')
    .caseClosed('c1', 'complaint', 'rejected')
    .appraisalClosed();

const proof = {
  sha256: 'a'.repeat(64),
  name: 'Báo cáo cải cách hành chính.pdf',
  issuer: 'Sở Cũ',
  number: '15/BC-SC',
  issuedOn: '2024-11-30',
};
const declaredAt = '2024-12-05T02:03:04.000Z';

/** The same year, its first declaration with its figures and its proof. */
const provenHistory = () =>
  history().events.map((event) => {
    if (event.type !== 'SelfScoreRecorded' || event.data.component !== '1.1.1') return event;
    const declaration = { kind: 'ratio', numerator: '95', denominator: '100' } as const;
    return { ...event, data: { ...event.data, declaration, evidence: [proof] }, recordedAt: declaredAt };
  });

const registered = inStream(
  'unit-u17',
  unitRegistered.of({
    unitId: 'u17',
    name: 'Sở Cũ',
    type: 'department',
    officialCode: null,
    registeredOn: '2021-01-01',
  }),
);
const renamed = inStream(
  'unit-u17',
  unitRenamed.of({ unitId: 'u17', name: 'Sở Mới', effectiveOn: '2024-06-01', legalDocument: 'NQ 1' }),
);
const published = inStream(
  'results-2024.so',
  resultsPublished.of({
    year: 2024,
    blockId: 'so',
    blockName: 'Khối sở',
    ruleset: { id: 'small', version: 1, sha256: '0'.repeat(64) },
    scheme: 'competition',
    decidedBy: 'displayed',
    displayPlaces: 2,
    components: ['1.1.1', '1.1.2', '1.1.3'],
    n: 1,
    units: [
      {
        unitId: 'u17',
        unitName: 'Sở Mới',
        points: ['3', '2/3', '5/3'],
        appraised: '11/3',
        survey: '5/3',
        bonus: '0',
        penalty: '0',
        total: '16/3',
        maximum: '8',
        index: '200/3',
        totalDisplayed: '5.33',
        indexDisplayed: '66.67',
        className: 'Khá',
        grade: 'fair',
        rank: 1,
        tied: false,
        used: {},
      },
    ],
    unranked: [],
    logPosition: '13',
    decision: { number: '12/QĐ-UBND', signedOn: '2025-02-01', signer: 'Chủ tịch' },
    publishedAt: '2025-02-01T00:00:00.000Z',
    digest: '0'.repeat(64),
  }),
);

/** The answer to the question, after these events alone. */
async function ask(events: Parameters<typeof logOf>[0], unitId = 'u17') {
  const lab = await ProjectionLab.open(projection, await logOf(events));
  try {
    await lab.catchUp();
    const handler = new GetUnitScoreHandler(lab.dataSource, new ReadYourWrites(lab.dataSource), rulesets);
    return await handler.execute(new GetUnitScore({ unitId, year: 2024, after: 2n }));
  } finally {
    await lab.close();
  }
}

describe('the scorecard', () => {
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
    const refused = async (one: AnyProjection, events: Parameters<typeof logOf>[0]) => {
      const lab = await ProjectionLab.open(one, await logOf(events));
      try {
        await lab.catchUp();
        return await lab.scope.session.query('SELECT partition, event_type FROM read_model.quarantine');
      } finally {
        await lab.close();
      }
    };
    const [opened = registered] = history().events;
    expect(await refused(unknown, [opened])).toEqual([{ partition: '2024.u17', event_type: 'AssessmentOpened' }]);
    const wrong = new ScoreHistory('u17', 2024).declared('1.1.1', 'ba').events;
    expect(await refused(projection, wrong)).toEqual([{ partition: '2024.u17', event_type: 'SelfScoreRecorded' }]);
  });

  it('is the same however the log is cut', () =>
    spec.given(registered, ...history().events, renamed, published).thenAnyBatchSizeGivesTheSame());

  it('is unchanged when the same history is delivered twice', () =>
    spec.given(registered, ...history().events, renamed, published).thenReplayingChangesNothing());
});

describe('GetUnitScore', () => {
  it('holds every component with what the unit and the appraiser gave, the reason and the events', async () => {
    const { components } = await ask(history().events);
    expect(components).toMatchObject([
      { code: '1.1.1', state: 'scored', appraised: '3', points: { exact: '3', displayed: '3.00' } },
      {
        code: '1.1.2',
        self: { exact: '2' },
        appraised: '2/3',
        points: { exact: '2/3', displayed: '0.67' },
        reason: expect.stringContaining('Thiếu tài liệu kiểm chứng') as string,
      },
      { code: '1.1.3', part: 'survey', points: { exact: '5/3', displayed: '1.67' }, self: null, appraised: null },
    ]);
    expect(components[1]?.eventIds.length).toBeGreaterThan(0);
  });

  it('sums exactly and rounds once', async () => {
    expect(await ask(history().events)).toMatchObject({
      unitId: 'u17',
      year: 2024,
      blockId: 'so',
      phase: 'appraised',
      appraised: { exact: '11/3', displayed: '3.67' },
      survey: { exact: '5/3', displayed: '1.67' },
      total: { exact: '16/3', displayed: '5.33' },
      maximum: { exact: '8', displayed: '8.00' },
      index: { exact: '200/3', displayed: '66.67' },
      className: 'Khá',
      missing: [],
    });
  });

  it('has no index while a component is missing', async () => {
    const score = await ask(new ScoreHistory('u17', 2024).opened().declared('1.1.1', '3').events);
    expect(score).toMatchObject({ index: null, className: null, missing: ['1.1.1', '1.1.2', '1.1.3'] });
  });

  it('has no sheet before the file is opened', async () => {
    const surveyed = new ScoreHistory('u17', 2024).surveyed('b1', ['Q1'], ['A']).submitted();
    await expect(ask(surveyed.events)).rejects.toThrow(UnitScoreNotFound);
  });

  it('answers the whole sheet, and as of which position', async () => {
    const score = await ask([registered, ...history().events, renamed]);
    expect(score).toMatchObject({
      unitName: 'Sở Mới',
      status: 'provisional',
      official: null,
      total: { exact: '16/3', displayed: '5.33' },
      asOf: '15',
      ruleset: { title: 'Bộ tiêu chí thử', sample: true },
    });
    expect(score.components.map(({ code, field, criterion }) => [code, field, criterion])).toEqual([
      ['1.1.1', 'F1', 'C1'],
      ['1.1.2', 'F1', 'C1'],
      ['1.1.3', 'F1', 'C1'],
    ]);
  });

  it('names the clause, the declaration, the evidence, and who recorded each event behind a figure, and when', async () => {
    const { components } = await ask([registered, ...provenHistory()]);
    const [first, second, survey] = components;
    const [declared, confirmed] = first?.eventIds ?? [];
    const who = { actor: 'test', onBehalfOf: null, role: 'test' };
    expect(first).toMatchObject({
      citation: { document: 'Quy chế thử', clause: 'Điều 7' },
      declaration: { kind: 'ratio', numerator: '95', denominator: '100' },
      evidence: [proof],
      events: [
        { eventId: declared, type: 'SelfScoreRecorded', ...who, recordedAt: declaredAt, position: '4' },
        { eventId: confirmed, type: 'AppraisalConfirmed', ...who, position: '10' },
      ],
    });
    expect(second).toMatchObject({ declaration: { kind: 'points', points: '2' }, evidence: [] });
    expect(second?.events.map(({ type }) => type)).toEqual(['SelfScoreRecorded', 'AppraisalAdjusted']);
    expect(survey).toMatchObject({ declaration: null, evidence: [], events: [{ type: 'SurveyBatchRecorded' }] });
  });

  it('shows beside it what was published', async () => {
    const score = await ask([...history().events, published]);
    expect(score).toMatchObject({
      status: 'official',
      official: { rank: 1, n: 1, index: { displayed: '66.67' }, decision: { number: '12/QĐ-UBND' } },
    });
    expect(score.components[1]).toMatchObject({ code: '1.1.2', published: '2/3' });
  });

  it('says so when a faulty event stopped the unit-year, and shows what stood before it', async () => {
    const stranger = inStream('survey-2024.u17', { type: 'SurveyRedrawn', data: {} });
    const [opened = registered, declared = registered, ...rest] = history().events;
    const score = await ask([registered, opened, declared, stranger, ...rest]);
    expect(score).toMatchObject({ halted: true, phase: 'declaring', self: { exact: '3' } });
    expect(await ask([registered, ...history().events])).toMatchObject({ halted: false });
  });

  it('refuses a unit without a file', async () => {
    await expect(ask([...history().events], 'u18')).rejects.toThrow(UnitScoreNotFound);
  });
});
