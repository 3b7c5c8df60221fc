import { ensureLogIdentity, EventRegistry, logEvents, PostgresEventStore } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import { ProjectionCatalogue, ProjectionHealth, QuarantineDesk } from '@app/read-store';
import { type TestDatabase, testDatabase } from '@app/testing';
import type { DataSource } from 'typeorm';
import { Child } from '../../../test/stress/kit/child';
import { paymentEvents } from '../../../test/stress/programs/payments';
import { tally } from '../../../test/stress/programs/tally';

jest.setTimeout(120_000);

/** Readiness must be red so soon after the projector is gone. */
const PROMISED_MS = 15_000;

let database: TestDatabase;
let store: PostgresEventStore;
let dataSource: DataSource;
let health: ProjectionHealth;
let projector: Child;

beforeEach(async () => {
  database = await testDatabase();
  store = PostgresEventStore.open({ url: database.appUrl });
  await ensureLogIdentity(store, new SystemClock());
  dataSource = await appDataSource(database.appUrl).initialize();
  const catalogue = new ProjectionCatalogue();
  catalogue.add(tally);
  const registry = new EventRegistry([...logEvents, ...paymentEvents]);
  const desk = new QuarantineDesk(dataSource, store, registry, catalogue);
  health = new ProjectionHealth(dataSource, store, new SystemClock(), catalogue, desk, { countablePositions: true });
  projector = new Child('projector', { log: { adapter: 'postgres', url: database.appUrl }, url: database.appUrl });
  await projector.next('ready');
  projector.tell({ number: 1 });
  await projector.next('caught-up');
  await until(async () => (await health.check()).ready);
});
afterEach(async () => {
  projector.signal('SIGKILL');
  await projector.ended;
  await store.close();
  await dataSource.destroy();
  await database.drop();
});

async function until(condition: () => Promise<boolean>, withinMs = 30_000): Promise<number> {
  const begun = Date.now();
  while (!(await condition())) {
    if (Date.now() - begun > withinMs) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return Date.now() - begun;
}

const silent = async (): Promise<boolean> => {
  const { ready, projections } = await health.check();
  const [one] = projections;
  return !ready && one?.lagEvents === 0 && one.problems.some((problem) => problem.includes('không còn hoạt động'));
};

it('is missed within 15 s when it is killed, though its checkpoint stands at the head of the log', async () => {
  projector.signal('SIGKILL');
  expect(await until(silent)).toBeLessThanOrEqual(PROMISED_MS);
});

it('is missed within 15 s when it hangs, and is back when it goes on', async () => {
  projector.signal('SIGSTOP');
  expect(await until(silent)).toBeLessThanOrEqual(PROMISED_MS);
  projector.signal('SIGCONT');
  await until(async () => (await health.check()).ready);
});
