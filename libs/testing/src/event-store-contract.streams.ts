import type { EventStore, RecordedEvent } from '@app/event-store';
import { newEvents, newStream, plain, readAll, type SubjectOf } from './event-store-contract.kit';

/** Many streams in few calls, and where a stream ends. */
export function streamsCases(subject: SubjectOf): void {
  describe('reading many streams', () => eachCases(subject));
  describe("a stream's last event", () => lastCases(subject));
}

async function readEach(store: EventStore, streams: readonly string[]): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.readEach(streams)) events.push(plain(event));
  return events;
}

function eachCases(subject: SubjectOf): void {
  it('gives of each what reading it alone gives, in the order in which they are named, whatever the log’s', async () => {
    const { store } = subject();
    const names = Array.from({ length: 450 }, () => newStream());
    await Promise.all(names.map((stream, at) => store.append(stream, 'no-stream', newEvents(1 + (at % 3)))));
    for (const stream of names.slice(0, 20)) {
      const end = BigInt(names.indexOf(stream) % 3);
      await store.append(stream, end, newEvents(2));
    }
    const asked = [...names].reverse();
    const alone = await Promise.all(asked.map((stream) => readAll(store, stream)));
    expect(await readEach(store, asked)).toEqual(alone.flat());
  });

  it('passes over those that do not exist', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(2));
    expect(await readEach(store, [newStream(), stream, newStream()])).toEqual(await readAll(store, stream));
    expect(await readEach(store, [])).toEqual([]);
  });

  it('may be asked for those that do not exist as often as anybody likes, one after the other', async () => {
    const missing = Array.from({ length: 16 }, () => newStream());
    for (let times = 0; times < 100; times += 1) expect(await readEach(subject().store, missing)).toEqual([]);
  });

  it('gives all of a stream that is longer than one call fetches', async () => {
    const { store } = subject();
    const [long, short] = [newStream(), newStream()];
    for (let at = -1; at < 2399; at += 1200)
      await store.append(long, at < 0 ? 'no-stream' : BigInt(at), newEvents(1200));
    await store.append(short, 'no-stream', newEvents(1));
    expect(await readEach(store, [long, short])).toHaveLength(2401);
  });
}

function lastCases(subject: SubjectOf): void {
  it('is none where there is no stream', async () => {
    expect(await subject().store.last(newStream())).toBeUndefined();
  });

  it('is the one that was appended last, at once and to every client', async () => {
    const { store, open } = subject();
    const [other, stream] = [await open(), newStream()];
    for (let round = -1n; round < 8n; round += 1n) {
      const { revision } = await store.append(stream, round < 0n ? 'no-stream' : round, newEvents(1));
      const last = await other.last(stream);
      expect([last?.revision, last && plain(last)]).toEqual([revision, (await readAll(store, stream)).at(-1)]);
    }
  });
}
