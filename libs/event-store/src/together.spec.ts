import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { Together } from './together';

/** Calls as they came; each is answered when the test says so. */
class SlowServer {
  readonly calls: string[][] = [];
  readonly answer: ((text: readonly string[]) => void)[] = [];
  readonly fail: ((reason: Error) => void)[] = [];

  readonly askAll = (asked: readonly string[]): Promise<readonly string[]> => {
    this.calls.push([...asked]);
    return new Promise((resolve, reject) => {
      this.answer.push(resolve);
      this.fail.push(reject);
    });
  };
}

/** Patient enough for a test that never waits. */
const limits = { calls: 2, questions: 3, patienceMs: 60_000 };

let server: SlowServer;
let together: Together<string, string>;

beforeEach(() => {
  server = new SlowServer();
  together = new Together(server.askAll, limits);
});
afterEach(async () => {
  server.answer.forEach((answer, at) => answer(server.calls[at] ?? []));
  await turn();
});

/** Asks, and lets the turn of the event loop end in which that was done. */
async function ask(...questions: readonly string[]): Promise<{ readonly answers: Promise<string>[] }> {
  const answers = questions.map((question) => together.ask(question));
  for (const answer of answers) answer.catch(() => undefined);
  await turn();
  await turn();
  return { answers };
}

it('asks at once for who asks alone', async () => {
  await ask('a');
  await ask('b');
  expect(server.calls).toEqual([['a'], ['b']]);
});

it('asks together what came in one turn, and what came while two calls were under way, in its order', async () => {
  await ask('a', 'b');
  await ask('c');
  await ask('d');
  await ask('e');
  expect(server.calls).toEqual([['a', 'b'], ['c']]);
  server.answer[1]?.(['C']);
  await turn();
  await turn();
  expect(server.calls.slice(2)).toEqual([['d', 'e']]);
});

it('takes no more by one call than it may', async () => {
  await ask('a', 'b', 'c', 'd');
  expect(server.calls).toEqual([['a', 'b', 'c'], ['d']]);
});

it('gives each its own answer', async () => {
  const { answers } = await ask('a', 'b', 'c');
  server.answer[0]?.(['A', 'B', 'C']);
  expect(await Promise.all(answers)).toEqual(['A', 'B', 'C']);
});

it('fails for all of a call, and for nobody else', async () => {
  const first = await ask('a', 'b');
  const second = await ask('c');
  server.fail[0]?.(new Error('gone'));
  for (const answer of first.answers) await expect(answer).rejects.toThrow('gone');
  server.answer[1]?.(['C']);
  expect(await Promise.all(second.answers)).toEqual(['C']);
  await ask('d');
  expect(server.calls[2]).toEqual(['d']);
});

it('takes no answer for another: one too few fails for all', async () => {
  const { answers } = await ask('a', 'b');
  server.answer[0]?.(['A']);
  for (const answer of answers) await expect(answer).rejects.toThrow('1 answers to 2 questions');
});

it('waits behind no call that takes too long', async () => {
  together = new Together(server.askAll, { ...limits, patienceMs: 500 });
  await ask('a');
  await ask('b');
  await ask('c');
  expect(server.calls).toHaveLength(2);
  await sleep(600);
  expect(server.calls).toEqual([['a'], ['b'], ['c']]);
  // The answers that come late make no room that is there already.
  server.answer[0]?.(['A']);
  server.answer[1]?.(['B']);
  // `c` still counts: there is room for one more.
  for (const question of ['d', 'e']) await ask(question);
  expect(server.calls.slice(3)).toEqual([['d']]);
});
