import { randomInt } from 'node:crypto';
import type { EventStore } from '@app/event-store';
import { sized } from './kit/full';
import { LedgerOfPayments } from './kit/ledger-of-payments';
import { adapters, type TestLog, testLog } from './kit/logs';
import type { Death } from './programs/clerk';
import { openLog } from './programs/log';

jest.setTimeout(sized(240_000, 1_800_000));

/** At each point. */
const KILLS = sized(2, 50);
/** Nothing takes longer to get into the log once it was sent, ms. */
const ON_ITS_WAY = 5_000;
/** Bytes an event: more than a socket passes on in one piece. */
const LONG = 60_000;

/** Where the process dies, how long its requests are, and how many of its appends the log holds in the end without an answer. */
const points: readonly { point: Death['point']; padding: number; stored: number }[] = [
  { point: 'before-append', padding: 0, stored: 0 },
  { point: 'half-sent', padding: LONG, stored: 0 },
  { point: 'sent', padding: 0, stored: 1 },
  { point: 'answered', padding: 0, stored: 1 },
  { point: 'before-reply', padding: 0, stored: 1 },
];

describe.each(adapters)('over %s', (adapter) => {
  let log: TestLog;
  let store: EventStore;
  beforeEach(async () => {
    log = await testLog(adapter);
    store = openLog(log.address);
  });
  afterEach(async () => {
    await store.close();
    await log.drop();
  });

  it('processes killed at any point of an append lose nothing acknowledged, halve nothing, do nothing twice', async () => {
    const ledger = new LedgerOfPayments(log.address);
    for (let kill = 0; kill < KILLS; kill += 1) {
      for (const { point, padding, stored } of points) {
        expect([point, await ledger.serve(6, { point, at: randomInt(2, 6) }, padding)]).toEqual([point, 'SIGKILL']);
        // What was sent may still be on its way into the log.
        const end = Date.now() + ON_ITS_WAY;
        let left = await ledger.storedUnanswered(store);
        while (left < stored && Date.now() < end) left = await ledger.storedUnanswered(store);
        expect([point, left]).toEqual([point, stored]);
      }
    }
    expect(await ledger.serve(2)).toBe('finished');
    expect(ledger.unanswered).toEqual([]);
    expect(ledger.contradictions).toEqual([]);
    expect(await ledger.faults(store)).toEqual([]);
    expect(Math.max(...ledger.readyAfter)).toBeLessThan(sized(30_000, 10_000));
  });
});
