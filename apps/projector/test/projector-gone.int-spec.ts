import { ensureLogIdentity, EventRegistry, logEvents, PostgresEventStore } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import { ProjectionCatalogue, ProjectionHealth, QuarantineDesk } from '@app/read-store';
import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';
import { Child } from '../../../test/stress/kit/child';
import { sized } from '../../../test/stress/kit/full';
import { paymentEvents } from '../../../test/stress/programs/payments';
import { tally } from '../../../test/stress/programs/tally';

/** Readiness must be red so soon after the projector is gone, ms; the short form may share its machine. */
const PROMISED_MS = sized(45_000, 15_000);

/** A projector that has caught up, and what is known of its health. */
interface Watched {
  readonly database: TestDatabase;
  readonly store: PostgresEventStore;
  readonly projector: Child;
  readonly health: ProjectionHealth;
  end(): Promise<void>;
}

async function watched(): Promise<Watched> {
  const database = await testDatabase();
  const store = PostgresEventStore.open({ url: database.appUrl });
  await ensureLogIdentity(store, new SystemClock());
  const dataSource = await appDataSource(database.appUrl).initialize();
  const catalogue = new ProjectionCatalogue();
  catalogue.add(tally);
  const registry = new EventRegistry([...logEvents, ...paymentEvents]);
  const desk = new QuarantineDesk(dataSource, store, registry, catalogue);
  const options = { countablePositions: true };
  const health = new ProjectionHealth(dataSource, store, new SystemClock(), catalogue, desk, options);
  const projector = new Child('projector', {
    log: { adapter: 'postgres', url: database.appUrl },
    url: database.appUrl,
  });
  const end = async (): Promise<void> => {
    projector.signal('SIGKILL');
    await projector.ended;
    await store.close();
    await dataSource.destroy();
    await database.drop();
  };
  await projector.next('ready');
  projector.tell({ number: 1 });
  await projector.next('caught-up');
  await until(async () => (await health.check()).ready);
  return { database, store, projector, health, end };
}

async function until(condition: () => Promise<boolean>, withinMs = 60_000): Promise<number> {
  const begun = Date.now();
  while (!(await condition())) {
    if (Date.now() - begun > withinMs) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return Date.now() - begun;
}

/** Resolves when it is missed, though its checkpoint stands at the head of the log; with how long that took, ms. */
function missed({ health }: Watched): Promise<number> {
  return until(async () => {
    const { ready, projections } = await health.check();
    const [one] = projections;
    return !ready && one?.lagEvents === 0 && one.problems.some((problem) => problem.includes('không còn hoạt động'));
  });
}

it(`is missed within ${PROMISED_MS / 1_000} s, killed or hanging, and is back when it goes on`, async () => {
  const [killed, hanging] = await Promise.all([watched(), watched()]);
  try {
    killed.projector.signal('SIGKILL');
    hanging.projector.signal('SIGSTOP');
    for (const ms of await Promise.all([killed, hanging].map(missed))) expect(ms).toBeLessThanOrEqual(PROMISED_MS);
    hanging.projector.signal('SIGCONT');
    await until(async () => (await hanging.health.check()).ready);
    expect((await killed.health.check()).ready).toBe(false);
  } finally {
    await Promise.all([killed.end(), hanging.end()]);
  }
});

/** Holds the checkpoint of whatever batch comes next, until told to let go. */
async function checkpointsHeld({ database }: Watched): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT FROM read_model.checkpoint FOR UPDATE');
  return () => client.end();
}

async function appendPayment({ store }: Watched): Promise<void> {
  const [noted] = newEvents(1);
  if (!noted) throw new Error('There is always one');
  const metadata = { ...noted.metadata, recordedAt: new SystemClock().now() };
  const data = { bank: 'a', amount: 1, note: '' };
  await store.append('account-a.stuck', 'no-stream', [{ ...noted, type: 'Paid', data, metadata }]);
}

it(`is missed within ${PROMISED_MS / 1_000} s when it is stuck in a batch`, async () => {
  const stuck = await watched();
  const letGo = await checkpointsHeld(stuck);
  try {
    await appendPayment(stuck);
    const ms = await until(async () => {
      const { ready, projections } = await stuck.health.check();
      return !ready && projections.some(({ oldestUnprocessedSeconds }) => oldestUnprocessedSeconds > 0);
    });
    expect(ms).toBeLessThanOrEqual(PROMISED_MS);
    await letGo();
    await until(async () => (await stuck.health.check()).ready);
  } finally {
    await letGo();
    await stuck.end();
  }
});
