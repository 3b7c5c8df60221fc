const { spawn } = require('node:child_process');
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { embeddedAddresses, makeLogins, migrate, openCluster, startServer } = require('../../libs/postgres/src');

// Nothing here outlives the run, so nothing needs to reach the disk.
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', shared_buffers: '64MB' };

/** One PostgreSQL per run of Jest, in a folder of its own, with a migrated template that testDatabase() copies. */
module.exports = async function startPostgres() {
  const folder = join(mkdtempSync(join(tmpdir(), 'par-test-')), 'postgres');
  const watchdog = watch(folder);
  const cluster = await openCluster(folder, { durable: false });
  const server = await startServer(cluster, { settings });
  await makeLogins(cluster, server.port);
  await migrate(embeddedAddresses(cluster, server.port));
  process.env.PAR_TEST_POSTGRES = JSON.stringify(embeddedAddresses(cluster, server.port));
  globalThis.stopPostgres = async () => {
    await server.stop();
    watchdog.stdin.end();
  };
};

/** Ends the server and removes the folder as soon as this process is gone, however it went: then its pipe closes. */
function watch(folder) {
  const options = { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: tmpdir() };
  const watchdog = spawn(process.execPath, [join(__dirname, 'watchdog.js'), folder], options);
  watchdog.unref();
  return watchdog;
}
