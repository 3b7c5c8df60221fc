import { DigestIsInvalid, IdentifierIsInvalid, TextIsInvalid } from '@app/kernel';
import { component, decisionSpec, smallRuleset } from '@app/testing';
import { recordSurveyBatch, type Survey, survey, surveyStream, withdrawSurveyBatch } from './survey';
import {
  BatchAlreadyRecorded,
  BatchAlreadyWithdrawn,
  BatchNotRecorded,
  BatchSizeOutOfRange,
  QuestionsDoNotFit,
  ResponseIsInvalid,
  SourceAlreadyRecorded,
} from './survey.errors';
import { surveyBatchRecorded, surveyBatchWithdrawn } from './survey.events';

const { given } = decisionSpec(survey);
const question = (code: string, letters: string) =>
  component(`S.${code}`, {
    part: 'survey',
    rule: {
      kind: 'survey',
      question: code,
      weights: Object.fromEntries([...letters].map((letter) => [letter, '0'])),
      minimumAnswers: 1,
    },
  });
const ruleset = smallRuleset([question('Q1', 'ABC'), question('Q2', 'AB'), component('1.1')]);
const batch = {
  year: 2024,
  unitId: 'so_noi_vu',
  campaign: 'sipas-2024',
  batch: 'dot-1',
  questions: ['Q1', 'Q2'],
  responses: ['AA', 'C-', '-B', '--'],
  sourceName: 'Phiếu đợt 1.csv',
  sourceSha256: 'a'.repeat(64),
};
const recorded = surveyBatchRecorded.of(batch);
const record =
  (change: Partial<typeof batch> = {}) =>
  (state: Survey) =>
    recordSurveyBatch(state, { ...batch, ...change }, ruleset);
const withdrawal = {
  year: 2024,
  unitId: 'so_noi_vu',
  campaign: 'sipas-2024',
  batch: 'dot-1',
  reason: 'Nhập nhầm đơn vị',
};
const withdrawn = surveyBatchWithdrawn.of(withdrawal);
const withdraw =
  (change: Partial<typeof withdrawal> = {}) =>
  (state: Survey) =>
    withdrawSurveyBatch(state, { ...withdrawal, ...change });
const second = { batch: 'dot-2', sourceSha256: 'b'.repeat(64) };

describe('a survey batch', () => {
  it('keeps every response, letter by letter', () => given().when(record()).thenEvents(recorded));

  it('keeps nothing that was sent beside it', () =>
    given()
      .when((state) => recordSurveyBatch(state, { ...batch, ruleset: {}, email: 'a@b' } as typeof batch, ruleset))
      .thenEvents(recorded));

  it('is never counted twice', () =>
    given(recorded)
      .when(record({ sourceSha256: 'b'.repeat(64) }))
      .thenFails(BatchAlreadyRecorded, { batch: 'dot-1' }));

  it('is told apart by campaign and batch', () => {
    given(recorded)
      .when(record(second))
      .thenEvents(surveyBatchRecorded.of({ ...batch, ...second }));
    const other = { campaign: 'noi-bo', sourceSha256: 'b'.repeat(64) };
    given(recorded)
      .when(record(other))
      .thenEvents(surveyBatchRecorded.of({ ...batch, ...other }));
  });

  it('is refused when its source was recorded under another name', () =>
    given(recorded)
      .when(record({ batch: 'dot-2' }))
      .thenFails(SourceAlreadyRecorded, { batch: 'dot-1' }));

  it('may come again under another name once it was withdrawn, never under its own', () => {
    const again = { batch: 'dot-2' };
    given(recorded, withdrawn)
      .when(record(again))
      .thenEvents(surveyBatchRecorded.of({ ...batch, ...again }));
    given(recorded, withdrawn)
      .when(record(second))
      .thenEvents(surveyBatchRecorded.of({ ...batch, ...second }));
    given(recorded, withdrawn).when(record()).thenFails(BatchAlreadyRecorded);
  });

  it('holds 1 to 500 responses', () => {
    const full = { responses: Array.from({ length: 500 }, () => 'AB') };
    given()
      .when(record(full))
      .thenEvents(surveyBatchRecorded.of({ ...batch, ...full }));
    given()
      .when(record({ responses: [...full.responses, 'AB'] }))
      .thenFails(BatchSizeOutOfRange, { size: 501, max: 500 });
    given()
      .when(record({ responses: [] }))
      .thenFails(BatchSizeOutOfRange);
  });

  it('asks questions of the ruleset, each once', () => {
    given()
      .when(record({ questions: ['Q1', 'Q9'] }))
      .thenFails(QuestionsDoNotFit, { question: 'Q9' });
    given()
      .when(record({ questions: ['Q1', 'Q1'] }))
      .thenFails(QuestionsDoNotFit, { question: 'Q1' });
    given()
      .when(record({ questions: [], responses: [''] }))
      .thenFails(QuestionsDoNotFit);
  });

  it.each([
    ['a letter of another question', 'AC', { row: 2, question: 'Q2' }],
    ['a letter in lower case', 'aA', { row: 2, question: 'Q1' }],
    ['a space', 'A ', { row: 2, question: 'Q2' }],
    ['a letter too few', 'A', { row: 2, question: null }],
    ['a letter too many', 'ABA', { row: 2, question: null }],
  ])('refuses %s, naming the row', (_, response, details) =>
    given()
      .when(record({ responses: ['AA', response] }))
      .thenFails(ResponseIsInvalid, details),
  );

  it('names campaign, batch and source exactly', () => {
    given()
      .when(record({ campaign: 'a/b' }))
      .thenFails(IdentifierIsInvalid);
    given()
      .when(record({ batch: '' }))
      .thenFails(IdentifierIsInvalid);
    given()
      .when(record({ sourceSha256: 'x' }))
      .thenFails(DigestIsInvalid);
    given()
      .when(record({ sourceName: 'Phiếu đợt 1.csv'.normalize('NFD') }))
      .thenEvents(recorded);
  });

  it('names its stream', () => expect(surveyStream(2024, 'so_noi_vu')).toBe('survey-2024.so_noi_vu'));
});

describe('withdrawing a batch', () => {
  it('takes it out of the count, for a reason', () => {
    given(recorded).when(withdraw()).thenEvents(withdrawn);
    given(recorded)
      .when(withdraw({ reason: '' }))
      .thenFails(TextIsInvalid);
  });

  it('happens once, to a batch that was recorded', () => {
    given(recorded, withdrawn).when(withdraw()).thenFails(BatchAlreadyWithdrawn);
    given(recorded)
      .when(withdraw({ batch: 'dot-2' }))
      .thenFails(BatchNotRecorded);
    given().when(withdraw()).thenFails(BatchNotRecorded);
  });
});
