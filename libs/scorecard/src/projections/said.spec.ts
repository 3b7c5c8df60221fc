import type { Recorded } from '@app/event-store';
import { evolveFacts, initialFacts, type ScoreEvent, type UnitYearFacts } from '@app/scoring';
import { logOf, ScoreHistory } from '@app/testing';
import { factsOf, type Statement, statementsOf } from './said';

const history = new ScoreHistory('u17', 2024)
  .opened('so')
  .declared('1.1.1', '3')
  .declared('1.1.1', '2')
  .declared('1.1.2', '1')
  .surveyed('b/1', ['Q1'], ['A', 'B'])
  .surveyed('b2', ['Q1'], ['C'])
  .withdrew('b2')
  .asked('q1', '1.1.1')
  .explained('q1', '1.1.1')
  .confirmed('1.1.2', '1')
  .confirmed('1.1.1', '2')
  .adjusted('1.1.1', '2', '1.5', 'Thiếu tài liệu', 2)
  .caseReceived('c/1', 'complaint')
  .caseClosed('c/1', 'complaint', 'rejected')
  .appraisalClosed(2)
  .councilDecided('1.1.2', '1', '0.5', 'Biểu quyết')
  .ruled('1.1.1', '1.5', '2', 'c/1', 'complaint')
  .ruled('1.1.1', '2', '1.75', 'c/2');

async function recorded(): Promise<Recorded<ScoreEvent>[]> {
  const { events } = await (await logOf(history.events)).page(1n, 100);
  return events as unknown as Recorded<ScoreEvent>[];
}

const scored = ({ components, batches, cases }: UnitYearFacts) => ({ components, batches, cases });

it('keeps of every event what the fold of the whole history keeps, the last word on each matter alone', async () => {
  const events = await recorded();
  const words = new Map<string, Statement>();
  for (const event of events) {
    for (const one of statementsOf(evolveFacts(initialFacts('u17', 2024), event))) words.set(one.matter, one);
  }
  const whole = events.reduce(evolveFacts, initialFacts('u17', 2024));
  expect(factsOf([...words.values()])).toEqual(scored(whole));
  expect(factsOf([...words.values()].reverse())).toEqual(scored(whole));
  expect(whole.components['1.1.1']?.appraisal).toMatchObject({ round: 2, points: '1.5' });
});

it('puts facts together again that it took apart', async () => {
  const whole = (await recorded()).reduce(evolveFacts, initialFacts('u17', 2024));
  expect(factsOf(statementsOf(whole))).toEqual(scored(whole));
});
