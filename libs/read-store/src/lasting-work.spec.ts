import { forLastingWork } from './lasting-work';
import type { Session } from './session';

/** Five pulses' time, ms. */
const A_WHILE_MS = 10_000;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** How often a session that has something under way, or nothing, says that it is there. */
async function pulsesWhen(busy: boolean): Promise<number> {
  const said: string[] = [];
  const query = (sql: string) => Promise.resolve(void said.push(sql)).then(() => []);
  const session: Session = { busy: () => busy, query };
  const done = await forLastingWork(session);
  await jest.advanceTimersByTimeAsync(A_WHILE_MS);
  await done();
  return said.filter((sql) => sql === 'SELECT 1').length;
}

it('says every two seconds that it is there, but not into a statement that is under way', async () => {
  expect(await pulsesWhen(false)).toBe(5);
  expect(await pulsesWhen(true)).toBe(0);
});

it('lets the server end it after ten seconds of silence, or as many as are asked for', async () => {
  const said: string[] = [];
  const query = (sql: string) => Promise.resolve(void said.push(sql)).then(() => []);
  for (const seconds of [undefined, 120]) await (await forLastingWork({ query }, seconds))();
  expect(
    said.filter((sql) => sql.startsWith('SET')).map((sql) => /idle_session_timeout = '(\d+)s'/.exec(sql)?.[1]),
  ).toEqual(['10', '120']);
});
