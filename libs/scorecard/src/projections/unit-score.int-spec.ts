import { ReadYourWrites } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import {
  announcedAs,
  answerAfter,
  correctedTo,
  eventIdAt,
  type HistoryEvent,
  inStream,
  ScoreHistory,
  yearOfU17,
} from '@app/testing';
import { GetUnitScore, GetUnitScoreHandler } from '../queries/get-unit-score.query';
import { UnitScoreNotFound } from '../scorecard.errors';
import { scorecard } from './score-sheet.projection';

const { ruleset, history, registered, renamed, published } = yearOfU17;
const rulesets = new (class extends RulesetCatalog {
  override get = () => ruleset;
})([]);
const projection = scorecard(rulesets);

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

/** The answer to the question, after these events alone. */
const ask = (events: readonly HistoryEvent[], unitId = 'u17') =>
  answerAfter(projection, events, ({ dataSource }) =>
    new GetUnitScoreHandler(dataSource, new ReadYourWrites(dataSource), rulesets).execute(
      new GetUnitScore({ unitId, year: 2024, after: 2n }),
    ),
  );

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
      partial: false,
      missing: [],
    });
  });

  it('says of the sum of what is known so far that it is one', async () => {
    const surveyed = new ScoreHistory('u17', 2024).opened().surveyed('b1', ['Q1'], ['A', 'A']);
    expect(await ask(surveyed.events)).toMatchObject({ phase: 'declaring', total: { exact: '2' }, partial: true });
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
      status: 'open',
      official: null,
      provisional: null,
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

  it('tells every question with its answer, who asked and who explained, in the order of asking', async () => {
    const asked = new ScoreHistory('u17', 2024).opened('so').declared('1.1.1', '3').submitted();
    asked.asked('z', '1.1.1').explained('z', '1.1.1').asked('a', '1.1.1', 'Và kết quả?').confirmed('1.1.1', '3');
    const { explanations, components } = await ask(asked.events);
    const answerBy = '2025-01-31T10:00:00.000Z';
    expect(explanations).toMatchObject([
      {
        ...{ explanationId: 'z', component: '1.1.1', round: 1, question: 'Vì sao?', answerBy },
        asked: { type: 'ExplanationAsked', actor: 'test', position: '5' },
        answer: { text: 'Vì có văn bản', evidence: [{ name: 'Bổ sung.pdf' }], given: { type: 'ExplanationGiven' } },
      },
      { explanationId: 'a', question: 'Và kết quả?', answer: null },
    ]);
    expect(components[0]).toMatchObject({ points: { exact: '3' } });
  });

  it('counts what the council decided, and names it among the events', async () => {
    const decided = history().councilDecided('1.1.2', '2/3', '1', 'Đủ căn cứ');
    const { components, total } = await ask(decided.events);
    expect(components[1]).toMatchObject({
      ...{ code: '1.1.2', appraised: '2/3', points: { exact: '1' } },
      reason: expect.stringContaining('Hội đồng thẩm định (biên bản số 12/BB-HĐTĐ') as string,
    });
    expect(components[1]?.events.map(({ type }) => type)).toEqual([
      ...['SelfScoreRecorded', 'AppraisalAdjusted', 'CouncilDecided'],
    ]);
    expect(total.exact).toBe('17/3');
  });

  it('shows beside it what was published', async () => {
    const score = await ask([...history().events, published]);
    expect(score).toMatchObject({
      status: 'official',
      official: { rank: 1, n: 1, index: { displayed: '66.67' }, decision: { number: '12/QĐ-UBND' } },
    });
    expect(score.components[1]).toMatchObject({ code: '1.1.2', published: '2/3' });
  });

  it('shows beside it what was announced, with the time for objections, until it is published', async () => {
    const announced = announcedAs(published);
    expect(await ask([...history().events, announced])).toMatchObject({
      status: 'provisional',
      objectUntil: '2025-01-25T00:00:00.000Z',
      provisional: { rank: 1, n: 1, index: { displayed: '66.67' }, announcedAt: '2025-01-20T00:00:00.000Z' },
      official: null,
    });
    expect(await ask([...history().events, announced, published])).toMatchObject({
      status: 'official',
      objectUntil: null,
      provisional: null,
    });
  });

  it('shows the corrected figures once they were corrected, and why', async () => {
    const corrected = correctedTo(published, [['u17', '75', 1, 'good']], 'Khiếu nại đúng');
    const score = await ask([...history().events.slice(0, -1), published, ...history().events.slice(-1), corrected]);
    expect(score.official).toMatchObject({
      index: { displayed: '75' },
      className: 'Tốt',
      correction: 'Khiếu nại đúng',
      decision: { number: '2024/QĐ-ĐC' },
    });
  });

  it('says so when a faulty event stopped the unit-year, and shows what stood before it', async () => {
    const stranger = inStream('survey-2024.u17', { type: 'SurveyRedrawn', data: {} });
    const [opened = registered, declared = registered, ...rest] = history().events;
    const score = await ask([registered, opened, declared, stranger, ...rest]);
    const haltedBy = { eventId: eventIdAt(5), type: 'SurveyRedrawn', stream: 'survey-2024.u17', position: '5' };
    expect(score).toMatchObject({ halted: true, haltedBy, phase: 'declaring', self: { exact: '3' } });
    expect(await ask([registered, ...history().events])).toMatchObject({ halted: false, haltedBy: null });
  });

  it('refuses a unit without a file', async () => {
    await expect(ask([...history().events], 'u18')).rejects.toThrow(UnitScoreNotFound);
  });
});
