import { type EventStore, PostgresEventStore } from '@app/event-store';
import { embeddedAddresses } from '@app/postgres';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyCheckout } from './copied-checkout';
import { freePort, nothingLeftOn, pause, processesOn, type Start, StartedApp } from './started-app';

/** Within this nobody works on a folder any more, ms; on a machine with other work. */
const SOON = 30_000;

const base = mkdtempSync(join(tmpdir(), 'par start-'));
chmodSync(base, 0o755);
let apps: StartedApp[] = [];

const begin = async (start: Start) => {
  const app = await StartedApp.start(start);
  apps.push(app);
  return app;
};
const started = async (start: Start) => (await begin(start)).ready();

afterEach(async () => {
  await Promise.all(apps.map((app) => app.signal('SIGKILL')));
  apps = [];
});
afterAll(async () => {
  await nothingLeftOn(base, SOON).catch((error: unknown) => {
    for (const { pid } of processesOn(base)) kill(pid);
    throw error;
  });
  rmSync(base, { recursive: true, force: true });
});

/** It may be gone already: the death of one ends another. */
function kill(pid: number | undefined): void {
  if (!pid) throw new Error('Nothing there to kill');
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The log of an embedded server, entered from outside. */
function logIn(dataDir: string): EventStore {
  const folder = join(dataDir, 'postgres');
  const passwords = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as never;
  const port = Number(readFileSync(join(folder, 'port'), 'utf8'));
  return PostgresEventStore.open({ url: embeddedAddresses({ passwords }, port).appUrl });
}

const cause = { commandId: randomUUID(), correlationId: randomUUID(), causationId: randomUUID() };
const stamp = { schemaVersion: 1, recordedAt: '2026-01-01T00:00:00.000Z', part: 1, parts: 1 };
const metadata = { ...cause, ...stamp, actor: 'test', onBehalfOf: null, role: 'test' };

/** Appends one event after the other until the server is gone, telling each time; resolves with how many were acknowledged. */
async function appendUntilCut(store: EventStore, stream: string, tell: (count: number) => void): Promise<number> {
  for (let count = 0; ; count += 1) {
    tell(count);
    const expected = count === 0 ? 'no-stream' : BigInt(count - 1);
    const event = { id: randomUUID(), type: 'Counted', data: { count }, metadata };
    const accepted = await store.append(stream, expected, [event]).catch(() => undefined);
    if (!accepted) return count;
  }
}

async function countOf(store: EventStore, stream: string): Promise<number> {
  let last = -1n;
  for await (const { revision } of store.read(stream)) last = revision;
  return Number(last) + 1;
}

describe('a first start', () => {
  it('works in a folder with blanks and diacritics, without LANG or the links of packages; Ctrl-C leaves nothing', async () => {
    const root = join(base, 'thử máy mới', 'chỉ số cải cách');
    copyCheckout(root);
    const app = await started({ root, dataDir: join(root, 'var') });
    // A process that the server just began is called as the server itself for a moment.
    while (processesOn(root).length > 2) await pause(50);
    expect(processesOn(root)).toHaveLength(2);
    const before = Date.now();
    expect(await app.signal('SIGINT')).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(processesOn(root)).toEqual([]);
  });

  it('works below a folder that only its owner may enter', async () => {
    const closed = join(base, 'riêng');
    mkdirSync(closed, { mode: 0o700 });
    await started({ dataDir: join(closed, 'var') });
  });

  it.each([
    [300, 'group'],
    [1_000, 'all'],
    [1_700, 'group'],
  ])('killed after %d ms (%s), then started again, works', async (ms, whom) => {
    const dataDir = join(base, `killed-${ms}`);
    const app = await begin({ dataDir });
    await pause(ms);
    await app.signal('SIGKILL');
    if (whom === 'all') for (const { pid } of processesOn(dataDir)) kill(pid);
    await started({ dataDir });
  });
});

describe('on a data directory in use', () => {
  const dataDir = join(base, 'có dữ liệu');

  it.each([
    ['every process', /./],
    ['every process of node', /keeper-main/],
  ])('kill -9 of %s during writes loses nothing that was acknowledged and leaves no server', async (whom, others) => {
    const app = await started({ dataDir });
    const before = logIn(dataDir);
    let written = 0;
    const counting = appendUntilCut(before, `count-${whom}`.replaceAll(' ', '_'), (count) => (written = count));
    await app.until('much was written', () => written > 10);
    const victims = processesOn(dataDir).filter(({ command }) => others.test(command));
    const ended = app.signal('SIGKILL');
    for (const { pid } of victims) kill(pid); // All at once: whoever is left would look after the rest.
    await ended;
    if (process.platform === 'linux') await nothingLeftOn(dataDir, SOON);
    await before.close();
    const acknowledged = await counting;
    expect(acknowledged).toBeGreaterThan(10);

    await started({ dataDir });
    const after = logIn(dataDir);
    expect(await countOf(after, `count-${whom}`.replaceAll(' ', '_'))).toBeGreaterThanOrEqual(acknowledged);
    await after.close();
  });

  it.each([
    ['server', 'postgres -D'],
    ['keeper', 'keeper-main'],
  ])('the app goes on when its %s is killed', async (_, name) => {
    const app = await started({ dataDir });
    const victim = processesOn(dataDir).find(({ command }) => command.includes(name));
    kill(victim?.pid);
    await pause(100);
    await app.ready();
    expect(app.process.exitCode).toBeNull();
  });

  it('kill -9 of the app alone ends the server within seconds', async () => {
    const app = await started({ dataDir });
    await app.signal('SIGKILL');
    await nothingLeftOn(dataDir, SOON);
  });

  it('kill -9 of npm alone ends the app that it started, and the server', async () => {
    const app = await started({ dataDir, npm: true });
    app.process.kill('SIGKILL');
    await nothingLeftOn(dataDir, SOON);
    expect(await app.isReady()).toBe(false);
  });

  it('a second instance shares the server, and the server outlives the first', async () => {
    const [first, second] = await Promise.all([started({ dataDir }), started({ dataDir })]);
    await first.signal('SIGINT');
    await second.ready();
    expect(await second.signal('SIGTERM')).toBe(0);
    expect(processesOn(dataDir)).toEqual([]);
  });
});

describe('refuses in one sentence and exits 78', () => {
  /** What to mend, and nothing else: no stack, no log line. */
  async function refusal(start: Start): Promise<string> {
    const app = await begin(start);
    expect([await app.ended, app.output]).toEqual([78, expect.stringMatching(/^\p{Lu}[^\n]*\.\n$/u)]);
    return app.output;
  }
  const dataDir = join(base, 'not used');

  it('when the port is busy', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { port } = busy.address() as { port: number };
    expect(await refusal({ dataDir, port })).toContain(`Cổng ${port}`);
    busy.close();
  });

  it('when the data directory is of another PostgreSQL', async () => {
    const other = join(base, 'other');
    mkdirSync(join(other, 'postgres', 'data'), { recursive: true });
    writeFileSync(join(other, 'postgres', 'data', 'PG_VERSION'), '15\n');
    expect(await refusal({ dataDir: other })).toMatch(/PostgreSQL 15.*PostgreSQL 18/);
  });

  it('when the data directory cannot be one', async () => {
    const file = join(base, 'file');
    writeFileSync(file, '');
    expect(await refusal({ dataDir: join(file, 'var') })).toContain('DATA_DIR');
  });

  it.each<[string, Record<string, string>]>([
    ['EVENTSTORE_URL', { EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/par' }],
    ['DATABASE_URL', { DATABASE_URL: '' }],
  ])('naming %s for %j', async (name, env) => {
    expect(await refusal({ dataDir, env })).toContain(name);
    expect(processesOn(dataDir)).toEqual([]);
  });

  it('when the clock is not that of the database', async () => {
    const shifted = join(base, 'shifted-clock.js');
    writeFileSync(
      shifted,
      `const Right = Date, by = 8_000;
       globalThis.Date = class Date extends Right {
         constructor(...given) { super(...(given.length > 0 ? given : [Right.now() + by])); }
         static now() { return Right.now() + by; }
       };`,
    );
    const env = { NODE_OPTIONS: `--require "${shifted}"` };
    expect(await refusal({ dataDir: join(base, 'wrong clock'), env })).toMatch(/^Đồng hồ máy này nhanh hơn 8 giây/);
  });

  it('when production is given the accounts of the demo', async () => {
    const accounts = join(base, 'demo-accounts.json');
    // As the demo writes them: only its accounts show their token.
    const account = { id: 'demo-auditor', name: 'Thanh tra (mẫu)', roles: ['auditor'], unitId: null };
    const shown = { token: 'demo-token', tokenSha256: 'a'.repeat(64) };
    writeFileSync(accounts, JSON.stringify([{ ...account, ...shown }]), { mode: 0o600 });
    const given = { PAR_PROFILE: 'production', DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/par' };
    const env = { ...given, ACCOUNTS_FILE: accounts };
    expect(await refusal({ dataDir, env })).toMatch(/demo-accounts\.json chứa tài khoản demo/);
    expect(processesOn(dataDir)).toEqual([]);
  });

  it('when EventStoreDB cannot be reached', async () => {
    const database = JSON.parse(process.env.PAR_TEST_POSTGRES ?? '{}') as { appUrl: string; ownerUrl: string };
    const port = await freePort();
    const env = { DATABASE_URL: database.appUrl, EVENTSTORE_URL: `esdb://127.0.0.1:${port}?tls=false` };
    expect(await refusal({ dataDir, env })).toContain('EVENTSTORE_URL');
  });
});
