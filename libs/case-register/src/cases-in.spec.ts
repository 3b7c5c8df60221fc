import { caseClosed, type CaseworkEvent } from '@app/casework';
import type { Recorded } from '@app/event-store';
import { ScoreHistory } from '@app/testing';
import { casesIn, isBehind } from './cases-in';

const told = (history: ScoreHistory) => casesIn(history.events as Recorded<CaseworkEvent>[]);

it('tells of each case what was recorded of it alone', () => {
  const cases = told(
    new ScoreHistory()
      .caseReceived('kn_1', 'complaint')
      .caseReceived('kd_1', 'score-objection', '1')
      .caseClosed('kn_1', 'complaint', 'upheld'),
  );
  expect(cases.map(({ entry, reason, events }) => [entry.caseId, entry.state, reason, events.length])).toEqual([
    ['kn_1', 'closed', 'Đã xác minh', 2],
    ['kd_1', 'open', null, 1],
  ]);
});

it('has no reason to tell of a denunciation', () => {
  const history = new ScoreHistory().caseReceived('tc_1', 'denunciation-reference');
  const closed = { year: 2024, unitId: 'u1', caseId: 'tc_1', kind: 'denunciation-reference', component: null } as const;
  const [received] = history.events;
  const data = caseClosed.of({ ...closed, outcome: 'upheld', closedOn: '2024-03-10', reason: '' });
  const events = [received, { ...received, ...data }] as Recorded<CaseworkEvent>[];
  expect(casesIn(events)).toMatchObject([{ reason: null, entry: { conclusion: { outcome: 'upheld' } } }]);
});

it('goes by the day on which a case is due, then by its place in the log, by number', () => {
  expect(isBehind(['2024-01-02', '1'], ['2024-01-01', '9'])).toBe(true);
  expect(isBehind(['2024-01-02', '10'], ['2024-01-02', '9'])).toBe(true);
  expect(isBehind(['2024-01-02', '9'], ['2024-01-02', '9'])).toBe(false);
});
