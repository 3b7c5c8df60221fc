import { ensureLogIdentity, importEvents, PostgresEventStore } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { nationAppends, nationPlan } from '@app/nation';
import { StartUpRefused } from '@app/platform';
import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { parProgram } from '../program';

/** The smallest nation that the command makes: 17 departments and a commune in one year. */
const smallest = ['--seed', '5', '--provinces', '1', '--communes', '1', '--years', '1'];
const plan = nationPlan({ seed: 5, provinces: 1, communes: 1, years: 1 });

interface Generated {
  readonly events: number;
  readonly written: number | null;
}

const before = { ...process.env };
let out = '';
let database: TestDatabase;
let store: PostgresEventStore;

/** What the command printed as JSON. */
async function generate(...words: string[]): Promise<Generated> {
  out = '';
  await parProgram().parseAsync(['node', 'par', 'generate', ...words, '--json']);
  return JSON.parse(out) as Generated;
}

beforeEach(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  database = await testDatabase();
  process.env = { ...before, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  store = PostgresEventStore.open({ url: database.appUrl });
});
afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...before };
  await store.close();
  await database.drop();
});

describe('par generate', () => {
  it('says what it would write, and writes nothing, until it is told to', async () => {
    expect(await generate(...smallest)).toMatchObject({ written: null, plan });
    expect(await store.head()).toBeUndefined();
  });

  it('fills an empty log with the whole plan, and adds nothing when it is called again', async () => {
    const { events, written } = await generate(...smallest, '--yes');
    expect(written).toBe(events);
    expect(await store.head()).toBe(BigInt(events) + 1n);
    expect(await generate(...smallest, '--yes')).toMatchObject({ events, written: 0 });
    expect(await store.head()).toBe(BigInt(events) + 1n);
  });

  it('goes on where it was cut off, to the same log', async () => {
    await ensureLogIdentity(store, new SystemClock());
    await importEvents({ url: database.ownerUrl }, firstOf(4_321));
    const { events, written } = await generate(...smallest, '--yes');
    expect(written).toBe(events - 4_321);
    let number = 0n;
    for (const append of nationAppends(plan)) {
      number += 1n;
      if (number % 997n === 0n)
        expect(await store.eventAt(number + 1n)).toMatchObject({ id: append.events[0].id, stream: append.stream });
    }
    expect(await store.head()).toBe(number + 1n);
  });

  it('refuses a log that holds anything else, also the nation of another plan, and adds nothing', async () => {
    await ensureLogIdentity(store, new SystemClock());
    await store.append('counted-1', 'no-stream', newEvents(1));
    await expect(generate(...smallest, '--yes')).rejects.toThrow(StartUpRefused);
    expect(await store.head()).toBe(2n);
  });

  it('refuses to go on behind what somebody else appended to its nation', async () => {
    await ensureLogIdentity(store, new SystemClock());
    await importEvents({ url: database.ownerUrl }, firstOf(100));
    await store.append('counted-1', 'no-stream', newEvents(1));
    await expect(generate(...smallest, '--yes')).rejects.toThrow('dữ liệu khác');
    await expect(generate('--seed', '6', '--events', '20000', '--yes')).rejects.toThrow('kế hoạch khác');
    expect(await store.head()).toBe(102n);
  });

  it('refuses production and EventStoreDB before it opens anything', async () => {
    process.env.EVENTSTORE_URL = 'esdb://localhost:2113?tls=false';
    await expect(generate(...smallest, '--yes')).rejects.toThrow('chỉ ghi vào nhật ký PostgreSQL');
    delete process.env.EVENTSTORE_URL;
    process.env.PAR_PROFILE = 'production';
    process.env.ACCOUNTS_FILE = 'accounts.json';
    await expect(generate(...smallest, '--yes')).rejects.toThrow('PAR_PROFILE=production không nạp dữ liệu mẫu');
    expect(await store.head()).toBeUndefined();
  });

  it('says which login it lacks', async () => {
    delete process.env.DATABASE_OWNER_URL;
    await expect(generate(...smallest, '--yes')).rejects.toThrow('DATABASE_OWNER_URL');
  });
});

/** What a run that was cut off after so many events has left behind. */
// eslint-disable-next-line @typescript-eslint/require-await -- importEvents takes what comes over time.
async function* firstOf(count: number) {
  let number = 0;
  for (const append of nationAppends(plan)) {
    if ((number += 1) > count) return;
    yield append;
  }
}
