import type { Recorded } from '@app/event-store';
import type { SurveyEvent } from '@app/survey';
import { ScoreHistory } from '@app/testing';
import { surveysIn } from './surveys-in';

const told = (history: ScoreHistory) => surveysIn(history.events as Recorded<SurveyEvent>[], 'u1', 2024);

it('adds up the answers of all batches that count, over all campaigns', () => {
  const { responses, results } = told(
    new ScoreHistory()
      .surveyed('b1', ['Q1', 'Q2'], ['AB', 'A-', '-B'])
      .surveyed('b1', ['Q1'], ['C'], 'officials')
      .surveyed('b2', ['Q1'], ['A', 'A'])
      .surveyed('b3', ['Q1'], ['A', 'A'])
      .withdrew('b2'),
  );
  expect(responses).toBe(6);
  expect(results).toEqual([
    {
      question: 'Q1',
      asked: 6,
      answered: 5,
      options: [
        { option: 'A', answers: 4 },
        { option: 'C', answers: 1 },
      ],
    },
    { question: 'Q2', asked: 3, answered: 2, options: null },
  ]);
});

it('breaks no question down that fewer than 5 people answered, however many were asked', () => {
  const optionsOf = (...responses: string[]) =>
    told(new ScoreHistory().surveyed('b1', ['Q1'], responses)).results.map(({ answered, options }) => [
      answered,
      options,
    ]);
  expect(optionsOf('A')).toEqual([[1, null]]);
  expect(optionsOf('A', 'A', 'B', 'C', '-')).toEqual([[4, null]]);
  expect(optionsOf('A', 'A', 'A', 'A', 'A')).toEqual([[5, [{ option: 'A', answers: 5 }]]]);
});

it('keeps every batch with its size, and never a response', () => {
  const { batches } = told(new ScoreHistory().surveyed('b1', ['Q1', 'Q2'], ['AB', 'CB']).withdrew('b1'));
  expect(batches).toMatchObject([{ batch: 'b1', responses: 2, withdrawn: { reason: 'Nhập nhầm', replacedBy: null } }]);
  expect(JSON.stringify(batches)).not.toMatch(/"(AB|CB)"/);
});

it('names the batch as which a withdrawn source was recorded again, of whichever campaign', () => {
  const { batches } = told(
    new ScoreHistory().surveyed('b1', ['Q1'], ['A']).withdrew('b1').surveyed('b1', ['Q1'], ['A'], 'officials'),
  );
  const [first, again] = batches.map(({ withdrawn }) => withdrawn);
  expect(first?.replacedBy).toEqual({ campaign: 'officials', batch: 'b1' });
  expect(again).toBeNull();
});

it('tells nothing of a unit about which nobody was asked', () => {
  expect(told(new ScoreHistory())).toEqual({ batches: [], responses: 0, results: [] });
});
