'use strict';
const { buildArgv, runCLI } = require('jest');
const { ensureBuilt, root } = require('./build');

// `npm test [-- patterns]`: unit, integration and end-to-end tests. `--contract`: only the log's contract (EVENTSTORE_URL names a server).
const given = process.argv.slice(2);
const contract = given.includes('--contract') ? ['event-store.*contract'] : [];
const passedOn = given.filter((argument) => argument !== '--contract');

async function main() {
  ensureBuilt();
  const options = await buildArgv([...contract, ...passedOn]);
  close(await runCLI(options, [root]));
}

/** A suite that could not even be loaded counts as one failed test. */
function close({ results }) {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`, () => {
    process.exit(results.success && failed === 0 && results.numTotalTests > 0 ? 0 : 1);
  });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
