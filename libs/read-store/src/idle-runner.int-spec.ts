import { logEvents, pause } from '@app/event-store';
import { logOf, pay, ProjectionLab, toyProjection, toySchemas } from '@app/testing';
import { PostgresReadModels } from './postgres-read-models';
import { ProjectionRunner } from './projection-runner';
import { RUNNER_DEFAULTS } from './sole-runner';

describe('a runner that has nothing to do', () => {
  it('notices that the database crashed, and brings again what the crash took', async () => {
    const lab = await ProjectionLab.open(toyProjection(), await logOf([pay('a1', 5), pay('b1', 7)]), [
      ...logEvents,
      ...toySchemas,
    ]);
    const { projection, generation, registry, session } = lab.scope;
    const parts = { readModels: new PostgresReadModels(lab.dataSource), store: lab.store, registry };
    const stop = new AbortController();
    const options = { ...RUNNER_DEFAULTS, beatMs: 50 };
    const ended = new ProjectionRunner(parts, projection, generation, options).run(stop.signal);
    const caughtUp = async () => {
      while ((await lab.scope.model.checkpoint())?.position !== 3n) await pause(20);
    };
    try {
      await caughtUp();
      const rows = await lab.snapshot();
      // As a crash leaves it: the newest commits are gone, and so is every connection.
      await lab.forget();
      const cut = await session.query(
        `SET ROLE NONE; SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND usename = session_user AND pid <> pg_backend_pid()`,
      );
      expect(cut.length).toBeGreaterThan(0);
      await session.query('SET ROLE par_app');
      await caughtUp();
      expect(await lab.snapshot()).toEqual(rows);
    } finally {
      stop.abort();
      await ended;
      await lab.close();
    }
  });
});
