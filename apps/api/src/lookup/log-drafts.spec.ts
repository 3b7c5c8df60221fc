import { type HistoryEvent, logOf, ScoreHistory } from '@app/testing';
import { LogDrafts } from './log-drafts';

const declared = () => new ScoreHistory('so_a', 2024).opened('so').declared('1.1.1', '3');

async function draftsIn(history: readonly HistoryEvent[]) {
  const store = await logOf(history);
  return { drafts: new LogDrafts(store), read: jest.spyOn(store, 'read') };
}

it.each<[string, readonly HistoryEvent[], boolean]>([
  ['that is opened', new ScoreHistory('so_a', 2024).opened('so').events, true],
  ['that is declared', declared().events, true],
  ['that is submitted', declared().submitted().events, false],
  ['that was sent back', declared().submitted().returned().declared('1.1.1', '2').events, false],
  ['of another year', new ScoreHistory('so_a', 2023).opened('so').events, false],
])('a file %s', async (_, history, expected) => {
  const { drafts } = await draftsIn(history);
  expect(await drafts.isDraft('2024', 'so_a')).toBe(expected);
});

it('is a draft as of every moment before it was first submitted, whatever became of it since', async () => {
  const at = (minute: number) => `2024-06-01T08:${String(minute).padStart(2, '0')}:00.000Z`;
  const file = declared().submitted().returned().declared('1.1.1', '2').events;
  const { drafts, read } = await draftsIn(file.map((event, minute) => ({ ...event, recordedAt: at(minute) })));
  // The log's identity is at 1: the file is opened at 2, declared at 3, submitted at 4.
  const found = [1n, 3n, 4n, 5n, 6n].map((position) => drafts.isDraft('2024', 'so_a', { position }));
  expect(await Promise.all(found)).toEqual([true, true, false, false, false]);
  const then = [0, 1, 2, 3].map((minute) => drafts.isDraft('2024', 'so_a', { instant: at(minute) }));
  expect(await Promise.all(then)).toEqual([true, true, false, false]);
  expect(await drafts.isDraft('2024', 'so_a')).toBe(false);
  expect(read.mock.calls.length).toBeLessThanOrEqual(5);
});

it('is asked of the log until the file is submitted, and not again', async () => {
  const { drafts, read } = await draftsIn(declared().submitted().events);
  for (let times = 0; times < 3; times += 1) expect(await drafts.isDraft('2024', 'so_a')).toBe(false);
  expect(read).toHaveBeenCalledTimes(1);
});

it.each([
  ['hai nghìn', 'so_a'],
  ['2024', 'Sở A'],
  ['', ''],
])('there is none of the year “%s” and the unit “%s”, which cannot be', async (year, unitId) => {
  const { drafts, read } = await draftsIn(declared().events);
  expect(await drafts.isDraft(year, unitId)).toBe(false);
  expect(read).not.toHaveBeenCalled();
});
