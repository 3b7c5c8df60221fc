import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureLogIdentity, PostgresEventStore } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { readConfig } from '@app/platform';
import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { freePort } from '../../../../test/scenarios/started-app';
import { Lifetime } from './lifetime';
import { startApi } from './start-api';

describe('started with the demo on a database that holds other data', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  const dataDir = mkdtempSync(join(tmpdir(), 'par-demo-refused-'));
  beforeAll(async () => {
    database = await testDatabase();
    store = PostgresEventStore.open({ url: database.appUrl });
    await ensureLogIdentity(store, new SystemClock());
    await store.append('counted-1', 'no-stream', newEvents(1));
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  it('works, adds nothing to the log, and says why in one sentence', async () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const [lifetime, head] = [new Lifetime(), await store.head()];
    const env = {
      DATABASE_URL: database.appUrl,
      DATA_DIR: dataDir,
      PROJECTOR: 'off',
      LOG_LEVEL: 'error',
      PORT: String(await freePort()),
    };
    await startApi(readConfig(env), true, lifetime);
    await lifetime.end();
    const lines = said.mock.calls.map(([line]) => String(line));
    said.mockRestore();
    expect(lines).toEqual([
      expect.stringMatching(/^Không nạp dữ liệu mẫu vì nhật ký này đã có dữ liệu khác[^\n]*\.\n$/),
    ]);
    expect(await store.head()).toBe(head);
  });
});
