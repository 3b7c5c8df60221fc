import { EventRegistry } from '@app/event-store';
import { appendTo, everySchema, InMemoryEventStore, inStream, ScoreHistory } from '@app/testing';
import { blockDefined, unitJoinedBlock, unitRegistered } from '@app/unit';
import { LogAsOf } from './log-as-of';
import { GetBlockYearAsOf, GetBlockYearAsOfHandler } from './queries/get-block-year-as-of.query';
import { GetUnitYearAsOf, GetUnitYearAsOfHandler } from './queries/get-unit-year-as-of.query';

/** A log that counts how it is read. */
class CountingStore extends InMemoryEventStore {
  readonly reads: string[] = [];

  override read(...given: Parameters<InMemoryEventStore['read']>) {
    this.reads.push('one stream');
    return super.read(...given);
  }

  override async *readEach(streams: readonly string[]) {
    this.reads.push(`${streams.length} streams`);
    for (const stream of streams) yield* super.read(stream);
  }
}

async function blockOf(count: number): Promise<{ store: CountingStore; asOf: LogAsOf }> {
  const store = new CountingStore();
  await appendTo(store, inStream('block-so', blockDefined.of({ blockId: 'so', name: 'Khối' })));
  for (let number = 1; number <= count; number += 1) {
    const unitId = `u${number}`;
    const about = { name: unitId, type: 'department', parentId: null, officialCode: null } as const;
    const unit = unitRegistered.of({ unitId, ...about, registeredOn: '2020-01-01' });
    await appendTo(store, inStream(`unit-${unitId}`, unit));
    await appendTo(store, inStream('block-so', unitJoinedBlock.of({ blockId: 'so', unitId, from: '2020-01-01' })));
    for (const event of new ScoreHistory(unitId, 2024).opened('so').declared('1', '2').events)
      await appendTo(store, event);
  }
  store.reads.length = 0;
  return { store, asOf: new LogAsOf(store, new EventRegistry(everySchema)) };
}

it.each([1, 40])("reads a block's year of %i units in two calls, whatever there is of them", async (count) => {
  const { store, asOf } = await blockOf(count);
  const handler = new GetBlockYearAsOfHandler(asOf);
  const moment = { position: (await store.head()) ?? 0n };
  const known = await handler.execute(new GetBlockYearAsOf({ year: 2024, blockId: 'so', asOf: moment }));
  expect(known.files.map(({ events }) => events.length)).toEqual(Array<number>(count).fill(2));
  expect(store.reads).toEqual(['3 streams', `${4 * count} streams`]);
});

it("reads a unit's year in two", async () => {
  const { store, asOf } = await blockOf(2);
  const moment = { position: (await store.head()) ?? 0n };
  const asked = new GetUnitYearAsOf({ year: 2024, unitId: 'u2', asOf: moment });
  expect((await new GetUnitYearAsOfHandler(asOf).execute(asked)).events).toHaveLength(2);
  expect(store.reads).toEqual(['4 streams', '1 streams']);
});
