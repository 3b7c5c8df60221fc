import { randomUUID } from 'node:crypto';
import { type BulkAppend, importEvents, type NewEvent } from '@app/event-store';
import { close, note, pay } from '@app/testing';

/** Brings a log of about so many events: five payments or notes to every account, one account in fifty closed in the end. */
export async function importToyLog(ownerUrl: string, events: number): Promise<void> {
  await importEvents({ url: ownerUrl }, accounts(Math.ceil(events / 5)));
}

async function* accounts(count: number): AsyncGenerator<BulkAppend> {
  for (let number = 0; number < count; number += 1) {
    const account = `${'abcdefgh'.charAt(number % 8)}${number}`;
    const last = number % 50 === 49 ? close(account) : pay(account, 5);
    const history = [pay(account, 1), pay(account, number), note(account, `ghi chú ${number}`), pay(account, 3), last];
    yield await Promise.resolve({
      stream: `account-${account}`,
      expected: 'no-stream' as const,
      events: history.map(({ type, data }, index): NewEvent => {
        const id = randomUUID();
        const who = { commandId: id, correlationId: id, causationId: id, actor: 'a', onBehalfOf: null, role: 'clerk' };
        const place = { part: index + 1, parts: history.length };
        return {
          id,
          type,
          data,
          metadata: { ...who, ...place, schemaVersion: 1, recordedAt: '2024-01-01T00:00:00.000Z' },
        };
      }),
    });
  }
}
